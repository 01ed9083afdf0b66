import { isHttpStatus } from '../../../model/http.ts';
import { named } from '../../../model/named.ts';
import type { StatusValue } from '../../../model/schema/status.ts';
import { type ApiDraft, codesOf, isRefused, partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Rule } from '../rule.ts';

export const unknownStatus: Rule = {
  id: 'unknown-status',
  level: 'error',
  summary: 'A status is an HTTP status code (100 to 599, RFC 9110), or a name that the API declares under `statuses`.',
  check(api) {
    if (isRefused(api, 'statuses')) return [];
    return codesOf(api).flatMap((code) => {
      // a single status is a list of one
      const problems = (statuses: readonly StatusValue[] = [], ...path: (string | number)[]) =>
        statuses.flatMap((status, i): Finding[] => {
          const problem = problemOf(code.code, status, api);
          return problem ? [{ at: partOf(code, ...path, i), ...problem }] : [];
        });
      const { status, operations = [] } = code.entry;
      return [
        ...problems(status, 'status'),
        ...operations.flatMap((it, i) => problems(it.status, 'operations', i, 'status')),
      ];
    });
  },
};

function problemOf(code: string, status: StatusValue, { entry, document }: ApiDraft): Omit<Finding, 'at'> | undefined {
  if (isHttpStatus(status)) return undefined;
  // in quotes it would be a name beside the number, even where the API says something of that number
  if (/^[1-5]\d\d$/.test(String(status))) {
    return {
      message: `\`${code}\` has the status "${status}" in quotes, which makes it a name instead of an HTTP status.`,
      fix: `Write the number without quotes: ${status}.`,
    };
  }
  if (Object.hasOwn(entry.statuses ?? {}, status)) return undefined;
  const name = named(String(status));
  return {
    message: `${named(code)} has the status ${name}, which is neither an HTTP status code nor declared by the API.`,
    fix: `Write a status from 100 to 599, or declare ${name} with its meaning under \`statuses\` in ${document.path}.`,
  };
}
