import { familyOf } from '../../../model/http.ts';
import { isTransient } from '../../../model/unknown-codes.ts';
import { codesOf, partOf } from '../../draft.ts';
import type { Rule } from '../rule.ts';

export const backoffOn4xx: Rule = {
  id: 'backoff-on-4xx',
  level: 'warning',
  summary: 'A 4xx says that the request must change, so `backoff` contradicts it; 408, 425 and 429 pass by themselves.',
  check: (api) =>
    codesOf(api).flatMap((code) => {
      const status = code.entry.status?.find((it) => familyOf(it) === '4xx' && !isTransient(it));
      if (code.entry.retry?.policy !== 'backoff' || status === undefined) return [];
      return [
        {
          at: partOf(code, 'retry', 'policy'),
          message: `\`${code.code}\` is a ${status}, which tells clients that repeating won't help (RFC 9110, 15.5), yet its policy is backoff.`,
          fix: 'Choose `never` or `refetch`, or let the API answer with 429 or 503.',
        },
      ];
    }),
};
