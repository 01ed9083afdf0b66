/** How long a response asks its caller to wait. */
export interface Wait {
  /** From now; 0 where the time has come. */
  seconds: number;
  /** When the wait ends, in milliseconds since 1970. */
  until: number;
  /** As the response says it. */
  given: string;
  from: 'header' | 'body' | 'log';
  /** Whether the response itself says when it was sent; else the wait is counted from now. */
  dated: boolean;
}

const HTTP_DATE = /^[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/;

/** No delay is longer than ten years. */
const MOST_SECONDS = 315_360_000;

/** A delay (RFC 9110, section 10.2.3: seconds or a date) as a wait; undefined where it is neither. */
export function waitOf(given: string, from: Wait['from'], now: number, sent: string | undefined): Wait | undefined {
  const sentAt = sent !== undefined && HTTP_DATE.test(sent) ? Date.parse(sent) : Number.NaN;
  const dated = Number.isFinite(sentAt);
  const until = HTTP_DATE.test(given) ? Date.parse(given) : (dated ? sentAt : now) + secondsIn(given) * 1000;
  if (!Number.isFinite(until)) return undefined;
  return { seconds: Math.max(0, Math.ceil((until - now) / 1000)), until, given, from, dated };
}

/** Some bodies give parts of a second, which the header may not. */
function secondsIn(given: string): number {
  const seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(given) ? Number(given) : Number.NaN;
  return seconds <= MOST_SECONDS ? seconds : Number.NaN;
}
