import { fieldsOf, withRole } from '../../../model/envelope/fields.ts';
import { type ApiDraft, type CodeDraft, codesOf, isRefused, partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { casesOf } from '../cases.ts';
import { envelopeFor, envelopeNameFor, headerNamesFor, isEnvelopeRefused } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

/** Seconds, or an HTTP date (RFC 9110 section 10.2.3). */
const READABLE =
  /^\d+$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

export const missingDelay: Rule = {
  id: 'missing-delay',
  level: 'error',
  tolerable: true,
  summary:
    'With the policy `retry-after`, the response has a delay: a Retry-After header, or a field with the role `retryAfter`.',
  check: (api) =>
    codesOf(api).flatMap((code): Finding[] => {
      const own = valueFor(code.entry.headers ?? {});
      if (own && !READABLE.test(own.value)) {
        return [
          {
            at: partOf(code, 'headers', own.name, 'value'),
            message: `\`Retry-After: ${own.value}\` is neither a number of seconds nor an HTTP date (RFC 9110, 10.2.3), so clients can't tell how long to wait.`,
            fix: 'Write whole seconds, such as "60".',
          },
        ];
      }
      if (!code.entry.operations && code.entry.retry?.policy !== 'retry-after') return [];
      const waiting = casesOf(code, 'retry').filter(({ entry }) => entry.retry?.policy === 'retry-after');
      if (waiting.length === 0 || own || mayCarryDelay(api, code)) return [];
      return waiting.map(({ name, at }) => ({
        at: at('retry', 'policy'),
        message: `${name} tells callers to wait for the delay in the response, but its response has none.`,
        fix: 'Add `headers: { Retry-After: "60" }` or a field with `role: retryAfter`, or choose `backoff`.',
      }));
    }),
};

/** True where the envelope or the code has a delay, or might have one in a part that could not be read. */
function mayCarryDelay(api: ApiDraft, code: CodeDraft): boolean {
  const { example = {}, examples = {} } = code.entry;
  if (isRefused(code, 'headers', 'fields', 'example', 'examples')) return true;
  if (isRefused(api, 'envelope', 'envelopes') || isEnvelopeRefused(code)) return true;
  if (headerNamesFor(api, code).some(isRetryAfter)) return true;
  const envelope = envelopeFor(api, code);
  if (!envelope && (envelopeNameFor(code) ?? 'none') !== 'none') return true;
  const given = Object.values(examples).length > 0 ? Object.values(examples) : [example];
  return withRole(fieldsOf(envelope, code.entry), 'retryAfter').some(
    ({ optional, pointer }) => !optional || given.every((it) => Object.hasOwn(it, pointer)),
  );
}

function valueFor(headers: Record<string, { value: string }>): { name: string; value: string } | undefined {
  const name = Object.keys(headers).find(isRetryAfter);
  return name === undefined ? undefined : { name, value: headers[name]!.value };
}

function isRetryAfter(name: string): boolean {
  return name.toLowerCase() === 'retry-after';
}
