#!/usr/bin/env bash
# Runs a command of the package that the repository has. Every value comes as a variable and is passed as one argument.
set -euo pipefail

# No package runs a script when it is installed, whichever program installs it.
export npm_config_ignore_scripts=true YARN_ENABLE_SCRIPTS=false

fail() {
  echo "::error title=errorbook::$1"
  exit 2
}

options=()
option() { if [ -n "$2" ]; then options+=("--$1=$2"); fi; }

# The target branch of a pull request is the first parent of the merge that actions/checkout fetches.
target() {
  if [ "${GITHUB_EVENT_NAME:-}" != pull_request ]; then return; fi
  if git rev-parse --quiet --verify 'HEAD^2' > /dev/null; then
    echo 'HEAD^1'
  elif [ "$(git rev-parse --is-shallow-repository)" = true ]; then
    echo missing
  fi
}

# The nearest folder with a lock file, from here up to the top of the repository.
locked() {
  local folder=$PWD
  while :; do
    for lock in package-lock.json npm-shrinkwrap.json pnpm-lock.yaml yarn.lock; do
      if [ -f "$folder/$lock" ]; then
        echo "$folder/$lock"
        return
      fi
    done
    if [ -e "$folder/.git" ] || [ "$folder" = / ]; then return; fi
    folder=$(dirname "$folder")
  done
}

# The version that package.json names, if it names an exact one.
declared() {
  node -p 'const { dependencies, devDependencies } = JSON.parse(fs.readFileSync("package.json", "utf8")); ({ ...dependencies, ...devDependencies }).errorbook ?? ""' 2> /dev/null || true
}

is_exact() { [[ $1 =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]]; }

installed() { [ -e node_modules/errorbook ] || [ -e "$(dirname "$1")/node_modules/errorbook" ]; }

errorbook() {
  if [ -f src/cli/errorbook.mjs ] && grep -q '^  "name": "errorbook",$' package.json; then
    # a clone runs from source
    if [ ! -d node_modules ]; then npm ci; fi
    node src/cli/errorbook.mjs "$@"
    return
  fi
  if [ -n "$VERSION" ]; then
    is_exact "$VERSION" || fail "The input version takes an exact version such as 1.2.3."
    npx --yes "errorbook@$VERSION" "$@"
    return
  fi
  local lock version
  lock=$(locked)
  if [ -n "$lock" ] && grep -qw errorbook "$lock"; then
    case $lock in
      */pnpm-lock.yaml)
        if ! installed "$lock"; then corepack enable && pnpm install --frozen-lockfile --ignore-scripts; fi
        pnpm exec errorbook "$@"
        ;;
      */yarn.lock)
        if ! installed "$lock"; then corepack enable && yarn install --frozen-lockfile; fi
        yarn run errorbook "$@"
        ;;
      *)
        if ! installed "$lock"; then (cd "$(dirname "$lock")" && npm ci --ignore-scripts); fi
        npx --no errorbook "$@"
        ;;
    esac
    return
  fi
  if [ -e node_modules/errorbook ]; then
    npx --no errorbook "$@"
    return
  fi
  version=$(declared)
  is_exact "$version" || fail "The repository has no version of errorbook: install it as a development dependency, or pass the input version."
  npx --yes "errorbook@$version" "$@"
}

option contracts "$CONTRACTS"
case $COMMAND in
  check)
    if [ "$STRICT" = true ]; then options+=(--strict); fi
    options+=(--format=github)
    ;;
  diff | preview)
    against=${AGAINST:-$(target)}
    if [ "$against" = missing ]; then
      fail "This clone doesn't have the target branch of the pull request: give actions/checkout fetch-depth: 2."
    fi
    option against "$against"
    if [ "$COMMAND" = diff ]; then options+=(--format=github); fi
    ;;
  release) option name "$NAME" ;;
  build) option shard "$SHARD" ;;
  merge)
    if [ -z "$PARTS" ]; then fail "The input parts is missing: the folder in which each part has a folder of its own."; fi
    for part in "$PARTS"/*/; do options+=("${part%/}"); done
    option out "$FOLDER"
    ;;
  *) fail "The input command takes check, diff, build, merge, preview, release, publish, verify, sweep, comment, pull-request or propose." ;;
esac
if [ "$COMMAND" = preview ] || [ "$COMMAND" = build ]; then
  option site "$SITE"
  option base "$BASE"
  option out "$FOLDER"
fi
errorbook "$COMMAND" "${options[@]+"${options[@]}"}"
