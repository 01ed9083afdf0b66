import { type ApiDraft, codesOf, isRefused, partOf, writtenOf } from '../../draft.ts';
import { isHttpStatus } from '../../http.ts';
import type { Finding } from '../../rule.ts';
import type { StatusValue } from '../../schema/status.ts';
import type { Rule } from '../rule.ts';

export const unknownStatus: Rule = {
  id: 'unknown-status',
  level: 'error',
  summary: 'A status is an HTTP status code (100 to 599, RFC 9110), or a name that the API declares under `statuses`.',
  check(api) {
    if (isRefused(api, 'statuses')) return [];
    return codesOf(api).flatMap((code) => {
      const isList = Array.isArray((writtenOf(code) as { status?: unknown }).status);
      return (code.entry.status ?? []).flatMap((status, i): Finding[] => {
        const fix = fixFor(status, api);
        if (fix === undefined) return [];
        return [
          {
            at: isList ? partOf(code, 'status', i) : partOf(code, 'status'),
            message: `\`${code.code}\` has the status \`${status}\`, which is neither an HTTP status code nor declared by the API.`,
            fix,
          },
        ];
      });
    });
  },
};

/** What to write instead; undefined for a status that stands. */
function fixFor(status: StatusValue, { entry, document }: ApiDraft): string | undefined {
  if (isHttpStatus(status)) return undefined;
  // in quotes it would be a name beside the number, even where the API says something of that number
  if (/^[1-5]\d\d$/.test(String(status))) return `Write the number without quotes: ${status}.`;
  if (Object.hasOwn(entry.statuses ?? {}, status)) return undefined;
  return `Write a status from 100 to 599, or declare \`${status}\` with its meaning under \`statuses\` in ${document.path}.`;
}
