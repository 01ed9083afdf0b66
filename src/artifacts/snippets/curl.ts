import { IDEMPOTENT_METHODS } from '../../model/effect.ts';
import { isElement } from '../../model/envelope/pointer.ts';
import type { Facts, Reference } from './facts.ts';
import { aboutWrites, drawOf, exponential, SECONDS_OR_DATE, sentenceOf } from './purpose.ts';
import { comment, inJq, inShell } from './quote.ts';

/** The snippet for a POSIX shell, on curl and jq. */
export function inCurlOf(facts: Facts): string {
  const { policy } = facts.retry;
  const isNew = policy === 'refetch';
  const usage = `${isNew ? 'STATE_URL ' : ''}METHOD URL [curl options]${isNew ? ', sends request.json' : ''}`;
  return [
    ...comment(sentenceOf(facts), '#'),
    `# Usage: send ${usage}; the response is in ${FILES[facts.format]}.`,
    'send() {',
    ...(isNew ? ['  state_url=$1', '  shift'] : []),
    ...loop(facts).map((it) => `  ${it}`),
    '}',
    ...callOf(facts),
  ].join('\n');
}

/** Where the body goes. */
const FILES = { json: 'body.json', xml: 'body.xml', text: 'body.txt' };

function loop(facts: Facts): string[] {
  const { policy, attempts } = facts.retry;
  const retries = policy !== 'refetch';
  const last = `[ "$attempt" -eq ${attempts} ] && return 1`;
  return [
    'method=$1 url=$2 attempt=1',
    'shift 2',
    ...(retries && facts.writes !== 'never' ? comment(aboutWrites(facts), '#') : []),
    ...(retries && facts.writes === 'with-key' ? [keyOf(facts)] : []),
    'while :; do',
    ...[
      ...perform(facts, retries && facts.after.header, !retries),
      ...(facts.success ? [] : ['[ "$status" -lt 400 ] && return', last]),
      `${matches(facts)} || ${facts.success ? '{ [ "$status" -lt 400 ]; return; }' : 'return 1'}`,
      ...(facts.success ? [last] : []),
      ...(retries ? [...refusal(facts), ...pause(facts)] : refetch(facts)),
      'attempt=$((attempt + 1))',
    ].map((it) => `  ${it}`),
    'done',
  ];
}

/** Sends the request; leaves the status and, where it is asked for, the Retry-After header, and the code where a header has it. */
function perform({ identity, format }: Facts, header: boolean, isJson: boolean): string[] {
  const json = isJson ? " -H 'Content-Type: application/json' -d @request.json" : '';
  const send = (name: string, asked: string) => [
    `${name}=$(curl -sS -o ${FILES[format]} -w '${asked}' \\`,
    `  -X "$method"${json} "$@" "$url") || return`,
  ];
  const at = identity.by === 'code' ? identity.at : undefined;
  if (at?.header !== undefined) {
    const asked = ['%{http_code}', `%header{${at.header}}`, ...(header ? ['%header{retry-after}'] : [])].join('\\n');
    return [
      ...send('lines', asked.replaceAll("'", "'\\''")),
      `status=$(printf '%s\\n' "$lines" | sed -n 1p)`,
      `code=$(printf '%s\\n' "$lines" | sed -n 2p)`,
      ...(header ? [`out="$status $(printf '%s\\n' "$lines" | sed -n 3p)"`] : []),
      ...(at.until === undefined ? [] : [`code=\${code%%'${at.until}'*}`]),
      ...(at.after === undefined ? [] : [`code=\${code##*'${at.after}'}`]),
    ];
  }
  const out = header
    ? [...send('out', '%{http_code} %header{retry-after}'), `status=$${'{out%% *}'}`]
    : send('status', '%{http_code}');
  return out;
}

/** 16 random bytes in hexadecimal digits. */
function keyOf({ keyHeader }: Facts): string {
  return `set -- -H ${inShell(`${keyHeader}: `)}"$(od -An -N16 -tx1 /dev/urandom | tr -d " \\n")" "$@"`;
}

function refusal(facts: Facts): string[] {
  if (facts.writes !== 'never') return [];
  return [
    ...comment(aboutWrites(facts), '#'),
    `case $method in ${IDEMPOTENT_METHODS.join(' | ')}) ;; *) return 1 ;; esac`,
  ];
}

function refetch({ pauses, retry: { delay } }: Facts): string[] {
  return [
    ...(pauses ? [`sleep ${delay}`] : []),
    'curl -sS -f -o state.json "$@" "$state_url" || return',
    '# Yours: prints the body of a new request, or fails where none would help.',
    'decide <state.json >request.json || return',
  ];
}

function pause(facts: Facts): string[] {
  const { retry, after } = facts;
  const backs = retry.policy === 'backoff';
  const draw = backs ? comment(drawOf(facts), '#') : [];
  const drawn = backs ? drawnBy(facts) : [`seconds=${retry.delay}`];
  if (!after.header && !after.field) return [...draw, ...drawn, 'sleep "$seconds"'];
  const field = after.field && `$(jq -r '${path(after.field)} // empty' body.json)`;
  const read = after.header ? [`seconds=$${'{out#* }'}`] : [];
  if (field) read.push(after.header ? `[ "$seconds" ] || seconds=${field}` : `seconds=${field}`);
  const date = [
    ...comment(SECONDS_OR_DATE.replace(').', '; GNU date reads it).'), '#'),
    'case $seconds in *[!0-9]*) seconds=$(($(date -d "$seconds" +%s) - $(date +%s))) ;; esac',
  ];
  return [
    ...draw,
    ...drawn.map((it) => it.replace('seconds=', 'pause=')),
    ...read,
    ...(after.isNumber ? [] : date),
    `case $${'{seconds:=$pause}'} in -*) ;; *) sleep "$seconds" ;; esac`,
  ];
}

/** POSIX shells have no fractions and no chance; awk has both. */
function drawnBy({ retry: { delay }, longest }: Facts): string[] {
  return [
    `seconds=$(awk -v n="$attempt" 'BEGIN {`,
    `  srand(); m = ${exponential(delay, '2 ^ n')}; if (m > ${longest}) m = ${longest}`,
    `  print ${delay} + rand() * (m - ${delay})`,
    "}')",
  ];
}

function callOf({ request, retry: { policy } }: Facts): string[] {
  return !request || policy === 'refetch' ? [] : ['', `send ${request.method} ${inShell(request.url)}`];
}

/** A command that succeeds where the response is of the code. */
function matches({ identity, needle, namespaceNeedle, format }: Facts): string {
  const status = identity.by === 'code' ? '' : `[ "$status" -eq ${identity.status} ]`;
  if (identity.by === 'status') return status;
  if (needle !== undefined) {
    const has = (text: string) => `grep -qF -e ${inShell(text)} ${FILES[format]}`;
    const other = namespaceNeedle === undefined ? '' : `${has(namespaceNeedle)} && `;
    return `${status && `${status} && `}${other}${has(needle)}`;
  }
  const value = identity.by === 'code' ? identity.value : identity.text;
  if (identity.at.header !== undefined) return `[ "$code" = ${inShell(String(value))} ]`;
  const wanted = typeof value === 'number' ? `${value}` : inJq(value);
  const isPart = identity.by === 'message' && !identity.whole;
  const { after, until } = identity.at;
  const cut = [...(until ? [`split(${inJq(until)})[0]`] : []), ...(after ? [`split(${inJq(after)})[-1]`] : [])];
  const read = cut.length > 0 ? `(${[path(identity.at), 'tostring', ...cut].join(' | ')})` : path(identity.at);
  const test = isPart ? `${read} | contains(${wanted})` : `${read} == ${wanted}`;
  const namespace = identity.by === 'code' ? identity.namespace : undefined;
  const within = namespace ? `${path(namespace.at)} == ${inJq(namespace.value)} and ` : '';
  return `${status && `${status} && `}jq -e '${within}${test}' body.json >/dev/null 2>&1`;
}

function path({ path: keys }: Reference): string {
  const step = (key: string, index: number) => {
    if (index > 0 && isElement(key)) return `[${key}]`;
    return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${inJq(key)}]`;
  };
  const joined = keys.map(step).join('');
  return joined.startsWith('.') ? joined : `.${joined}`;
}
