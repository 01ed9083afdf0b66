#!/usr/bin/env bash
# Runs a command that may get a token with rights. It runs only files of this action, which need no package, and git.
set -euo pipefail

tool=$GITHUB_ACTION_PATH/../../../src/cli/errorbook.mjs
options=()
option() { if [ -n "$2" ]; then options+=("--$1=$2"); fi; }

# The folder of a preview on the branch, if it is one that is published.
under=${PULL:+pr-$PULL}

# Commits the files of a release to a branch of their own, and opens a pull request for it.
propose() {
  if [[ ! $NAME =~ ^[0-9A-Za-z][0-9A-Za-z._-]*$ ]]; then
    echo "::error title=errorbook::The name of a release has letters, digits, dots, underscores and hyphens."
    exit 2
  fi
  local branch=errorbook/release-$NAME
  local folder=${CONTRACTS:-contracts} file api
  shopt -s nullglob
  for file in "$FOLDER"/*/releases/"$NAME.json"; do
    api=$(basename "$(dirname "$(dirname "$file")")")
    if [ ! -f "$folder/$api/api.yaml" ] && [ ! -f "$folder/$api/api.json" ]; then continue; fi
    mkdir -p "$folder/$api/releases"
    # a release is never rewritten
    if [ ! -e "$folder/$api/releases/$NAME.json" ]; then cp "$file" "$folder/$api/releases/"; fi
    git add -- "$folder/$api/releases/$NAME.json"
  done
  if git diff --cached --quiet; then
    echo 'No API has changed since its last release, so there is nothing to propose.'
    return
  fi
  git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
    commit --quiet -m "Release $NAME of the error registry"
  git push --quiet origin "HEAD:refs/heads/$branch"
  GH_TOKEN=$GITHUB_TOKEN gh pr create --head "$branch" --fill
}

case $COMMAND in
  publish)
    option contracts "$CONTRACTS"
    option dir "$FOLDER"
    option under "$under"
    option sha "$SHA"
    option branch "$BRANCH"
    ;;
  verify)
    COMMAND=publish
    options+=(--check)
    option dir "$FOLDER"
    option under "$under"
    ;;
  sweep)
    option contracts "$CONTRACTS"
    option branch "$BRANCH"
    ;;
  comment)
    option pull "$PULL"
    option file "$FOLDER/report.md"
    option links "$LINKS"
    ;;
  pull-request)
    option sha "$SHA"
    option head "$HEAD"
    ;;
  propose)
    propose
    exit
    ;;
esac
node "$tool" "$COMMAND" "${options[@]+"${options[@]}"}"
