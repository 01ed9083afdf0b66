// begin left out
import { errorCodeOf } from './code-by-message.ts';
import { retryOf, valueAt } from './policies.ts';
import { RETRY_AFTER_PATHS } from './sample.ts';
// end left out

/** The longest delay in milliseconds: past it, a timer of JavaScript fires at once. */
export const LONGEST_DELAY_MS = 2_147_483_647;

/**
 * How many milliseconds a response asks its caller to wait: by Retry-After (RFC 9110, section 10.2.3: seconds, or a
 * date, which counts from the response's own Date where it has one), else by the body, else by the code's entry.
 * A value that is neither seconds nor a date is ignored; undefined if there is no delay.
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
  // begin sample: code
  const code = errorCodeOf(body);
  // end sample
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
