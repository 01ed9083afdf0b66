/*
 * The part of `error-codes.ts` that is the same for every registry: program text, kept as text. It compiles without the
 * types of a browser or of Node, and nothing in it runs when the module is loaded.
 */

/** Types that need no registry. */
export const TYPES = `/**
 * What a caller may do with the same request.
 * never: it fails again until something changes.
 * refetch: read the current state, then send a new request.
 * retry-after: wait for the delay in the response, then repeat.
 * backoff: transient; repeat with growing pauses and jitter.
 */
export type RetryPolicy = 'never' | 'refetch' | 'retry-after' | 'backoff';

interface Retry {
  readonly policy: RetryPolicy;
  /** Milliseconds before the first repetition, where the response names none. */
  readonly delayMs?: number;
  /** How many times to send the request in all. */
  readonly attempts?: number;
}

type Path = readonly string[];
type Shape = readonly (readonly [path: Path, type: string, only?: unknown])[];
`;

/** What reads codes and policies. */
export const POLICIES = `/** Whether these docs list the code. */
export function isKnownErrorCode(code: string): code is KnownErrorCode {
  return hasOwn(RETRIES, code);
}

/**
 * The retry policy of a code. A code that is not listed here has the one that the API names for unknown codes; where it
 * names none, as for a response without a code, the HTTP status decides: backoff for a temporary failure, else never.
 */
export function retryPolicy(code: ErrorCode | undefined, status?: number): RetryPolicy {
  const retry = code === undefined ? undefined : retryOf(code);
  return retry?.policy ?? policyOfStatus(status);
}

/** Whether the same request may be sent again: at once never, but after a delay or with backoff. */
export function isRetryable(code: ErrorCode | undefined, status?: number): boolean {
  const policy = retryPolicy(code, status);
  return policy === 'retry-after' || policy === 'backoff';
}

/** How many times to send the request in all before giving up; undefined where the registry sets no number. */
export function retryAttempts(code: ErrorCode): number | undefined {
  return retryOf(code)?.attempts;
}

function retryOf(code: ErrorCode): Retry | undefined {
  return isKnownErrorCode(code) ? RETRIES[code] : UNKNOWN_CODES;
}

function policyOfStatus(status = 0): RetryPolicy {
  return TRANSIENT_4XX.includes(status) || (status >= 500 && status <= 599) ? 'backoff' : 'never';
}

function hasOwn(object: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, name);
}

function valueAt(body: unknown, path: Path): unknown {
  let here: unknown = body;
  for (const name of path) {
    if (typeof here !== 'object' || here === null || !hasOwn(here, name)) return undefined;
    here = (here as { readonly [name: string]: unknown })[name];
  }
  return here;
}
`;

/** What reads the code from a body that carries one. */
export const CODE_IN_BODY = `/** The code that a body carries, known or not; undefined where it carries none. */
export function errorCodeOf(body: unknown): ErrorCode | undefined {
  for (const path of CODE_PATHS) {
    const code = valueAt(body, path);
    if (typeof code === 'string' || typeof code === 'number') return String(code);
  }
  return undefined;
}
`;

/** What tells the entry of a body without a code. */
export const CODE_BY_MESSAGE = `/**
 * The code that a body carries, known or not. Where it carries none, the entry with its status and default message;
 * undefined where there is no such entry, also where the message holds values. The status is read from the body
 * where it is not given.
 */
export function errorCodeOf(body: unknown, status?: number): ErrorCode | undefined {
  for (const path of CODE_PATHS) {
    const code = valueAt(body, path);
    if (typeof code === 'string' || typeof code === 'number') return String(code);
  }
  const given = status ?? firstAt(body, STATUS_PATHS);
  const message = firstAt(body, MESSAGE_PATHS);
  const entry = MESSAGES.find(([, text, statuses]) => text === message && (given === undefined || statuses.includes(String(given))));
  return entry?.[0];
}

function firstAt(body: unknown, paths: readonly Path[]): unknown {
  return paths.map((path) => valueAt(body, path)).find((value) => value !== undefined);
}
`;

/** What tells error bodies from other values. */
export const GUARDS = `/**
 * Whether a value has the shape of this API's error bodies: every field that all of them carry, each of its type.
 * What only one code carries is not looked at.
 */
export function isErrorBody(body: unknown): body is ErrorBody {
  return SHAPES.some((shape) => shape.every(([path, type, only]) => fits(valueAt(body, path), type, only)));
}

/** Whether a value is an error body with this code. The code's own fields are taken on the API's word. */
export function hasErrorCode<Code extends KnownErrorCode>(body: unknown, code: Code): body is ErrorBody<Code> {
  return isErrorBody(body) && errorCodeOf(body) === code;
}

function fits(value: unknown, type: string, only: unknown): boolean {
  if (only !== undefined) return value === only;
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return typeof value === 'number' && value % 1 === 0;
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
`;

/** What reads the delay of a response. */
export const DELAYS = String.raw`/** The longest delay in milliseconds: past it, a timer of JavaScript fires at once. */
export const LONGEST_DELAY_MS = 2_147_483_647;

/**
 * How many milliseconds a response asks its caller to wait: by Retry-After (RFC 9110, section 10.2.3: seconds, or a
 * date, which counts from the response's own Date where it has one), else by the body, else by the code's entry.
 * A value that is neither seconds nor a date is passed over; undefined where nothing names a delay.
 */
export function retryDelay(
  response: { readonly headers: { get(name: string): string | null } },
  body?: unknown,
  now: number = Date.now(),
): number | undefined {
  const sent = dateIn(response.headers.get('Date'), now) ?? now;
  const given = [response.headers.get('Retry-After'), ...RETRY_AFTER_PATHS.map((path) => valueAt(body, path))];
  for (const value of given) {
    const delay = delayIn(value, sent);
    if (delay !== undefined) return delay;
  }
  const code = errorCodeOf(body);
  return code === undefined ? undefined : retryOf(code)?.delayMs;
}

function delayIn(given: unknown, sent: number): number | undefined {
  const isSeconds = typeof given === 'number' ? given >= 0 : typeof given === 'string' && /^\d+$/.test(given);
  const until = dateIn(given, sent);
  if (!isSeconds && until === undefined) return undefined;
  const delay = until === undefined ? Number(given) * 1000 : until - sent;
  return Math.min(Math.max(Math.ceil(delay), 0), LONGEST_DELAY_MS);
}

const IMF_DATE = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/;
const RFC850_DATE = /^[A-Z][a-z]{5,8}, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d:\d\d:\d\d) GMT$/;
const ASCTIME_DATE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/** An HTTP date in any of its three forms (RFC 9110, section 5.6.7), in milliseconds since 1970. */
function dateIn(given: unknown, now: number): number | undefined {
  if (typeof given !== 'string') return undefined;
  const modern = IMF_DATE.exec(given);
  if (modern) return instant(modern[3], modern[2], modern[1], modern[4]);
  const old = RFC850_DATE.exec(given);
  if (old) return instant(fullYear(Number(old[3]), now), old[2], old[1], old[4]);
  const asctime = ASCTIME_DATE.exec(given);
  return asctime ? instant(asctime[4], asctime[1], asctime[2], asctime[3]) : undefined;
}

/** Two digits that seem more than 50 years ahead are of the past (RFC 9110, section 5.6.7). */
function fullYear(digits: number, now: number): string {
  const year = new Date(now).getUTCFullYear();
  const full = year - (year % 100) + digits;
  return String(full > year + 50 ? full - 100 : full);
}

function instant(year = '', month = '', day = '', time = ''): number | undefined {
  const index = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').indexOf(month) + 1;
  const at = Date.parse(year + '-' + String(index).padStart(2, '0') + '-' + day.replace(' ', '0') + 'T' + time + 'Z');
  return Number.isFinite(at) ? at : undefined;
}
`;

/** What makes addresses of the docs. */
export const DOCS = String.raw`/**
 * The address of a code's page, for known codes and others. The values of a response, such as a request id, go into
 * the fragment, which browsers send to no server; the page shows them. Put in nothing secret: links are shared.
 */
export function docsUrl(
  code: ErrorCode,
  values: { readonly [name: string]: string | number | boolean | undefined } = {},
): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [formEncoded(name) + '=' + formEncoded(String(value))],
  );
  return DOCS + 'errors/' + addressOf(code) + '/' + (pairs.length > 0 ? '#' + pairs.join('&') : '');
}

const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Letters, digits, _, - and inner dots stay; every other byte becomes ~ and two hexadecimal digits. */
function addressOf(code: string): string {
  const safe = code.replace(/[^A-Za-z0-9_.-]|^\.|\.$/gu, tildes);
  return DEVICE.test(safe) ? tildes(safe.charAt(0)) + safe.slice(1) : safe;
}

function tildes(sign: string): string {
  return bytesOf(sign)
    .map((byte) => '~' + byte.toString(16).toUpperCase().padStart(2, '0'))
    .join('');
}

/** UTF-8, and the same scheme for half of a surrogate pair. */
function bytesOf(sign: string): number[] {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x80) return [point];
  const rest = (shift: number): number => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x800) return [0xc0 | (point >> 6), rest(0)];
  if (point < 0x10000) return [0xe0 | (point >> 12), rest(6), rest(0)];
  return [0xf0 | (point >> 18), rest(12), rest(6), rest(0)];
}

/** As URLSearchParams writes it. */
function formEncoded(text: string): string {
  return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'))
    .replace(/[!'()~]/g, (sign) => '%' + sign.charCodeAt(0).toString(16).toUpperCase())
    .replace(/%20/g, '+');
}
`;
