import { addressOf, foldedAddress, LONGEST_ADDRESS } from '../../../model/address.ts';
import { CODE_STYLES } from '../../../model/schema/api.ts';
import { codesOf, keyOf, partOf } from '../../draft.ts';
import type { Explanation, Finding } from '../../rule.ts';
import type { Place } from '../../source/document.ts';
import type { Rule } from '../rule.ts';

export const aliasConflict: Rule = {
  id: 'alias-conflict',
  level: 'error',
  summary:
    'An alias is no code and no other alias, also when case and URL encoding are put aside, and fits into an address.',
  check(api) {
    const codes = new Map(codesOf(api).map((code) => [foldedAddress(code.code), code]));
    const seen = new Map<string, { owner: string; at: Place }>();
    return codesOf(api).flatMap((owner) =>
      (owner.entry.aliases ?? []).flatMap(({ code: alias }, i): Finding[] => {
        const at = partOf(owner, 'aliases', i, 'code');
        const unfit = unfitFor(alias);
        if (unfit) return [{ at, ...unfit }];
        const key = foldedAddress(alias);
        const code = codes.get(key);
        if (code === owner) return [{ at, ...ofItself(alias, owner.code) }];
        if (code)
          return [{ at, ...ofCode(alias, code.code), also: [{ at: keyOf(code), message: 'The code stands here.' }] }];
        const first = seen.get(key);
        if (first)
          return [{ at, ...ofOther(alias, first.owner), also: [{ at: first.at, message: 'It stands here.' }] }];
        seen.set(key, { owner: owner.code, at });
        return [];
      }),
    );
  },
};

function unfitFor(alias: string): Explanation | undefined {
  if (!CODE_STYLES.any.test(alias) || !alias.isWellFormed()) {
    return {
      message: 'This alias is empty, has white space at its start or end, or is no text that a page can hold.',
      fix: 'Write it as the API sent it.',
    };
  }
  if (addressOf(alias).length <= LONGEST_ADDRESS) return undefined;
  return {
    message: `This alias makes an address part of more than ${LONGEST_ADDRESS} characters, which many disks refuse.`,
    fix: 'Take it away; no link can have led there.',
  };
}

function ofItself(alias: string, code: string): Explanation {
  return {
    message:
      alias === code
        ? `\`${alias}\` is named as an alias of itself.`
        : `\`${alias}\` differs from \`${code}\` only in case or URL encoding, so its address leads there without an alias.`,
    fix: 'Take it away.',
  };
}

function ofCode(alias: string, code: string): Explanation {
  return {
    message: `\`${alias}\` would forward from the address of the code \`${code}\`, which has a page of its own there.`,
    fix: 'Take the alias away.',
  };
}

function ofOther(alias: string, owner: string): Explanation {
  return {
    message: `\`${alias}\` is an alias of \`${owner}\` already, and an address forwards to one code.`,
    fix: 'Give the alias to one code alone.',
  };
}
