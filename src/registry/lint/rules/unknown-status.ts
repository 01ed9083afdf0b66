import { codesOf, partOf } from '../../draft.ts';
import { isHttpStatus } from '../../http.ts';
import type { Rule } from '../rule.ts';

export const unknownStatus: Rule = {
  id: 'unknown-status',
  level: 'error',
  summary: 'A status is an HTTP status code (100 to 599, RFC 9110), or a name that the API declares under `statuses`.',
  check: (api) =>
    codesOf(api).flatMap((code) =>
      (code.entry.status ?? [])
        .filter((status) => !isHttpStatus(status) && !Object.hasOwn(api.entry.statuses ?? {}, status))
        .map((status) => ({
          at: partOf(code, 'status'),
          message: `\`${code.code}\` has the status \`${status}\`, which is neither an HTTP status code nor declared by the API.`,
          fix: isHttpStatus(Number(status))
            ? `Write the number without quotes: ${status}.`
            : `Write a status from 100 to 599, or declare \`${status}\` with its meaning under \`statuses\` in ${api.document.path}.`,
        })),
    ),
};
