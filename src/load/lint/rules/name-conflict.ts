import { once } from '../../../model/once.ts';
import { aliasOwners, codesOf, keyOf, partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Rule } from '../rule.ts';

export const nameConflict: Rule = {
  id: 'name-conflict',
  level: 'error',
  summary: 'Another name of an error is neither a code nor an alias, and no entry has it twice.',
  check(api) {
    const codes = once(() => new Map(codesOf(api).map((code) => [code.code, code])));
    const owners = aliasOwners(api);
    return codesOf(api).flatMap((owner) =>
      (owner.entry.names ?? []).flatMap((name, i, names): Finding[] => {
        const at = partOf(owner, 'names', i);
        const code = codes().get(name);
        if (code === owner) return [{ at, message: `\`${name}\` is the code itself.`, fix: 'Remove it.' }];
        if (code) {
          const also = [{ at: keyOf(code), message: 'The code is here.' }];
          return [
            {
              at,
              message: `\`${name}\` is a code, so it can't be a name of another error.`,
              fix: 'Remove the name.',
              also,
            },
          ];
        }
        const alias = owners.get(name);
        if (alias !== undefined) {
          const message = `\`${name}\` is an alias of \`${alias}\`, so it can't be a name too.`;
          return [{ at, message, fix: 'Keep it under `aliases` if it is an earlier spelling, else under `names`.' }];
        }
        if (names.indexOf(name) < i) return [{ at, message: `\`${name}\` is listed twice.`, fix: 'Remove one.' }];
        return [];
      }),
    );
  },
};
