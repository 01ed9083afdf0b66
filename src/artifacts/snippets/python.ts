import { IDEMPOTENT_METHODS } from '../../model/effect.ts';
import { isElement } from '../../model/envelope/pointer.ts';
import { type Facts, isInBody, type Reference } from './facts.ts';
import { aboutWrites, drawOf, exponential, SECONDS_OR_DATE, sentenceOf } from './purpose.ts';
import { comment, inPython } from './quote.ts';

/** The snippet in Python, on the standard library. */
export function inPythonOf(facts: Facts): string {
  const { policy, attempts } = facts.retry;
  const retries = policy !== 'refetch';
  const parameters = policy === 'refetch' ? 'request: Request, read: Request, decide' : 'request: Request';
  const text = [
    `def send(${parameters}):`,
    ...comment(sentenceOf(facts), '#', '    '),
    ...(retries ? writes(facts) : []),
    '    for attempt in count(1):',
    ...attempt(facts, retries && facts.writes === 'never' ? ' or once' : ''),
  ];
  return [...imports(text.join('\n')), '', ...text, ...callOf(facts)]
    .join('\n')
    .replaceAll('{attempts}', `${attempts}`);
}

function writes(facts: Facts): string[] {
  const { keyHeader } = facts;
  const about = comment(aboutWrites(facts), '#', '    ');
  switch (facts.writes) {
    case 'always':
      return about;
    case 'never':
      return [...about, `    once = request.get_method() not in (${IDEMPOTENT_METHODS.map(inPython).join(', ')})`];
    case 'with-key': {
      // urllib keeps names of headers in this spelling
      const kept = keyHeader.charAt(0).toUpperCase() + keyHeader.slice(1).toLowerCase();
      return [
        ...about,
        `    if not request.has_header(${inPython(kept)}):`,
        `        request.add_header(${inPython(keyHeader)}, str(uuid.uuid4()))`,
      ];
    }
  }
}

/** One attempt, and what follows a failure. */
function attempt(facts: Facts, once: string): string[] {
  const { policy } = facts.retry;
  const handled = [
    ...found(facts, policy !== 'refetch'),
    `if not found or attempt == {attempts}${once}:`,
    `    ${giveUp(facts)}`,
    ...(policy === 'refetch' ? refetch(facts) : pause(facts)),
  ];
  if (facts.success) return [...RECEIVE, ...handled].map((it) => `        ${it}`);
  return ['try:', '    return urlopen(request)', 'except HTTPError as error:', ...handled.map((it) => `    ${it}`)].map(
    (it) => `        ${it}`,
  );
}

/** A response of any status with its body, which alone shows whether the request failed. */
const RECEIVE = [
  'try:',
  '    response = urlopen(request)',
  'except HTTPError as error:',
  '    response = error',
  'raw = response.read()',
];

const giveUp = ({ success }: Facts) => (success ? 'return response, raw' : 'raise');

/** Lines that leave in `found` whether the response is of the code, and in `after` the body's delay, where there is one. */
function found({ identity, success, needle, namespaceNeedle, after: { field } }: Facts, retries: boolean): string[] {
  const response = success ? 'response' : 'error';
  if (needle !== undefined) {
    const status =
      identity.by === 'message' ? `${success ? 'response.status' : 'error.code'} == ${identity.status} and ` : '';
    const text = `${success ? 'raw' : 'error.read()'}.decode(errors="replace")`;
    if (namespaceNeedle !== undefined)
      return [`text = ${text}`, `found = ${inPython(namespaceNeedle)} in text and ${inPython(needle)} in text`];
    return [`found = ${status}${inPython(needle)} in ${text}`];
  }
  const test =
    identity.by === 'code'
      ? `${namespaceTest(identity)}${codeIn(identity.at, response)} == ${typeof identity.value === 'number' ? identity.value : inPython(identity.value)}`
      : `${success ? 'response.status' : 'error.code'} == ${identity.status}`;
  const waits = retries ? field : undefined;
  if (!isInBody(identity) && !waits) return [`found = ${test}`];
  const text = identity.by === 'message' ? inPython(identity.text) : '';
  const said =
    identity.by === 'message'
      ? ` and ${identity.whole ? `${read(identity.at)} == ${text}` : `${text} in ${read(identity.at)}`}`
      : '';
  return [
    'try:',
    `    body = ${success ? 'json.loads(raw)' : 'json.load(error)'}`,
    `    found = ${test}${said}`,
    ...(waits ? [`    after = ${optional(waits)}`] : []),
    `except (ValueError, LookupError, TypeError${waits ? ', AttributeError' : ''}):`,
    '    found = False',
  ];
}

function namespaceTest({ namespace }: Extract<Facts['identity'], { by: 'code' }>): string {
  return namespace ? `${read(namespace.at)} == ${inPython(namespace.value)} and ` : '';
}

function optional({ path, type }: Reference): string {
  const [last, above] = [path.at(-1)!, path.slice(0, -1)];
  const otherwise = /number|integer/.test(type) ? '' : ', ""';
  return `body${steps(above)}.get(${inPython(last)}${otherwise})`;
}

function refetch(facts: Facts): string[] {
  return [
    ...(facts.pauses ? [`time.sleep(${facts.retry.delay})`] : []),
    'with urlopen(read) as state:',
    '    request = decide(json.load(state))',
    'if request is None:  # nothing that would help',
    `    ${giveUp(facts)}`,
  ];
}

function pause(facts: Facts): string[] {
  const { retry, after, longest } = facts;
  const { policy, delay } = retry;
  const backs = policy === 'backoff';
  const draw = backs ? comment(drawOf(facts), '#') : [];
  const drawn = backs ? `random.uniform(${delay}, min(${longest}, ${exponential(delay, '2**attempt')}))` : `${delay}`;
  if (!after.header && !after.field) return [...draw, `time.sleep(${drawn})`];
  if (after.isNumber) return [...draw, `time.sleep(after if after is not None else ${drawn})`];
  const header = `${facts.success ? 'response' : 'error'}.headers.get("Retry-After", "")`;
  return [
    ...(after.header ? [`after = ${after.field ? `${header} or str(after or "")` : header}`] : []),
    ...comment(SECONDS_OR_DATE, '#'),
    'date = parsedate_tz(after)',
    'if after.isdecimal():',
    '    seconds = int(after)',
    'else:',
    `    seconds = mktime_tz(date) - time.time() if date else ${drawn}`,
    'time.sleep(max(0, seconds))',
  ];
}

function callOf({ request, success, retry: { policy } }: Facts): string[] {
  if (!request || policy === 'refetch') return [];
  const method = request.method === 'GET' ? '' : `, method="${request.method}"`;
  return ['', `${success ? 'response, raw' : 'response'} = send(Request(${inPython(request.url)}${method}))`];
}

/** The code in a field or a header. */
function codeIn({ header, after, until, ...at }: Reference, response: string): string {
  const value = header === undefined ? read(at) : `${response}.headers.get(${inPython(header)}, "")`;
  if (after === undefined && until === undefined) return value;
  const before = until === undefined ? '' : `.split(${inPython(until)})[0]`;
  return `${header === undefined ? `str(${value})` : value}${before}${after === undefined ? '' : `.split(${inPython(after)})[-1]`}`;
}

const read = ({ path }: Reference) => `body${steps(path)}`;
const steps = (path: readonly string[]) =>
  path.map((key, index) => (index > 0 && isElement(key) ? `[${key}]` : `[${inPython(key)}]`)).join('');

/** What a text needs of the standard library. */
function imports(text: string): string[] {
  const modules = ['json', 'random', 'time', 'uuid'].filter(
    (name) => text.includes(` ${name}.`) || text.includes(`(${name}.`),
  );
  return [
    ...(modules.length > 0 ? [`import ${modules.join(', ')}`] : []),
    ...(text.includes('parsedate_tz(') ? ['from email.utils import mktime_tz, parsedate_tz'] : []),
    ...(text.includes('count(1)') ? ['from itertools import count'] : []),
    'from urllib.error import HTTPError',
    'from urllib.request import Request, urlopen',
  ];
}
