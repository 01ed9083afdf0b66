import { familyOf } from '../../../model/http.ts';
import { isTransient } from '../../../model/unknown-codes.ts';
import { codesOf } from '../../draft.ts';
import { casesOf } from '../cases.ts';
import type { Rule } from '../rule.ts';

export const backoffOn4xx: Rule = {
  id: 'backoff-on-4xx',
  level: 'warning',
  summary:
    'A 4xx status says that the request must change, so `backoff` contradicts it, except for 408, 425 and 429, which are temporary.',
  check: (api) =>
    codesOf(api)
      .filter(({ entry }) => entry.operations || entry.retry?.policy === 'backoff')
      .flatMap((code) => casesOf(code, 'status', 'retry'))
      .flatMap(({ entry, name, at }) => {
        const status = entry.status?.find((it) => familyOf(it) === '4xx' && !isTransient(it));
        if (entry.retry?.policy !== 'backoff' || status === undefined) return [];
        return [
          {
            at: at('retry', 'policy'),
            message: `${name} has the status ${status}, which says that the same request would fail again (RFC 9110, 15.5), but the policy \`backoff\`, which says to send it again.`,
            fix: 'Choose `never` or `refetch`; if the failure is temporary, return 429 or 503 from the API.',
          },
        ];
      }),
};
