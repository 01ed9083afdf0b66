import { isRetryable } from '../../../model/effect.ts';
import { codesOf } from '../../draft.ts';
import { casesOf } from '../cases.ts';
import type { Rule } from '../rule.ts';

export const contradictoryEffect: Rule = {
  id: 'contradictory-effect',
  level: 'warning',
  summary: 'Where the request was carried out (`effect: done`), no policy sends the same request again.',
  check: (api) =>
    codesOf(api)
      .filter(({ entry }) => entry.effect === 'done')
      .flatMap((code) => casesOf(code, 'retry'))
      .flatMap(({ entry: { retry }, name, at }) => {
        if (!retry || !isRetryable(retry)) return [];
        return [
          {
            at: at('retry', 'policy'),
            message: `${name} means that the request was carried out, yet its policy sends it again.`,
            fix: 'Choose `refetch`, so that callers read the result first, or `never`.',
            also: [{ at: at('effect'), message: 'It was carried out, as it says here.' }],
          },
        ];
      }),
};
