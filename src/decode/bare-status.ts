import type { BareStatus } from './explanation.ts';
import type { DecodeIndex } from './index-format.ts';

/** `429`, `HTTP 404`, `HTTP/1.1 503 Service Unavailable`, `status: 500`, `error 502`. */
const ALONE =
  /^\W{0,3}(?:HTTP(?:\/\d(?:\.\d)?)?|(?:HTTP[ _-]?)?status(?:[ _-]?code)?|error)?["']?\s{0,3}[:=]?\s{0,3}["']?([1-5]\d\d)["']?(?:\s[\p{L}' -]{0,40})?\W{0,3}$/iu;

/** The status that a text consists of; undefined where it says anything else. */
export function bareStatus(text: string, { apis }: DecodeIndex): BareStatus | undefined {
  const [, digits] = (text.length <= 100 && ALONE.exec(text.trim())) || [];
  if (digits === undefined) return undefined;
  const status = Number(digits);
  const codes = apis.flatMap((api) =>
    api.codes.filter((entry) => entry.statuses.some((it) => it.status === status)).map((entry) => ({ api, entry })),
  );
  const title = codes.flatMap(({ entry }) => entry.statuses).find((it) => it.status === status)?.title;
  return { status, title, codes };
}
