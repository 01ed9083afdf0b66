import { addressOf, foldedAddress, LONGEST_ADDRESS } from '../../../model/address.ts';
import { once } from '../../../model/once.ts';
import { CODE_STYLES } from '../../../model/schema/api.ts';
import { type ApiDraft, codesOf, type DomainDraft, type GuideDraft, keyOf, partOf } from '../../draft.ts';
import type { Explanation, Finding } from '../../rule.ts';
import type { Place } from '../../source/document.ts';
import type { Rule } from '../rule.ts';

export const aliasConflict: Rule = {
  id: 'alias-conflict',
  level: 'error',
  summary:
    'An alias differs from every code and every other alias, even when case and URL encoding are ignored, and fits into an address; that of a domain or guide differs from every domain or guide.',
  check: (api) => [...ofCodes(api), ...ofIds('domain', api.domains), ...ofIds('guide', api.guides)],
};

/** An id that a domain or a guide had before is none that another has now, and only one had it. */
function ofIds(noun: 'domain' | 'guide', all: readonly (DomainDraft | GuideDraft)[]): Finding[] {
  const ids = new Set(all.map(({ id }) => id));
  const owners = new Map<string, string>();
  return all.flatMap(({ id, document, entry }) =>
    (entry.aliases ?? []).flatMap((alias, i): Finding[] => {
      const at = { document, path: ['aliases', i], part: 'value' as const };
      const owner = owners.get(alias);
      owners.set(alias, owner ?? id);
      if (ids.has(alias)) return [{ at, ...ofId(noun, alias, id) }];
      return owner === undefined ? [] : [{ at, ...ofOtherId(noun, alias, owner) }];
    }),
  );
}

function ofCodes(api: ApiDraft): Finding[] {
  const codes = once(() => new Map(codesOf(api).map((code) => [foldedAddress(code.code), code])));
  const seen = new Map<string, { owner: string; at: Place }>();
  return codesOf(api).flatMap((owner) =>
    (owner.entry.aliases ?? []).flatMap(({ code: alias }, i): Finding[] => {
      const at = partOf(owner, 'aliases', i, 'code');
      const unfit = unfitFor(alias);
      if (unfit) return [{ at, ...unfit }];
      const key = foldedAddress(alias);
      const code = codes().get(key);
      if (code === owner) return [{ at, ...ofItself(alias, owner.code) }];
      if (code) return [{ at, ...ofCode(alias, code.code), also: [{ at: keyOf(code), message: 'The code is here.' }] }];
      const first = seen.get(key);
      if (first)
        return [{ at, ...ofOther(alias, first.owner), also: [{ at: first.at, message: 'That alias is here.' }] }];
      seen.set(key, { owner: owner.code, at });
      return [];
    }),
  );
}

function ofId(noun: string, alias: string, owner: string): Explanation {
  return {
    message:
      alias === owner
        ? `The ${noun} \`${alias}\` is listed as an alias of itself.`
        : `\`${alias}\` would forward from the address of the ${noun} \`${alias}\`, which has its own page there.`,
    fix: 'Remove the alias.',
  };
}

function ofOtherId(noun: string, alias: string, owner: string): Explanation {
  return {
    message: `\`${alias}\` is already an alias of the ${noun} \`${owner}\`, and an address can forward to only one.`,
    fix: `Keep the alias at one of the two ${noun}s.`,
  };
}

function unfitFor(alias: string): Explanation | undefined {
  if (!CODE_STYLES.any.test(alias) || !alias.isWellFormed()) {
    return {
      message:
        'This alias is empty, starts or ends with whitespace, or contains half of a surrogate pair, so no link can lead to it.',
      fix: 'Write it as the API sent it.',
    };
  }
  if (addressOf(alias).length <= LONGEST_ADDRESS) return undefined;
  return {
    message: `The address of this alias would be longer than ${LONGEST_ADDRESS} characters, which many file systems don't allow.`,
    fix: 'Remove it; no link can have led there.',
  };
}

function ofItself(alias: string, code: string): Explanation {
  return {
    message:
      alias === code
        ? `\`${alias}\` is listed as an alias of itself.`
        : `\`${alias}\` differs from \`${code}\` only in case or URL encoding, so its address leads there without an alias.`,
    fix: 'Remove it.',
  };
}

function ofCode(alias: string, code: string): Explanation {
  return {
    message: `\`${alias}\` would forward from the address of the code \`${code}\`, which has its own page there.`,
    fix: 'Remove the alias.',
  };
}

function ofOther(alias: string, owner: string): Explanation {
  return {
    message: `\`${alias}\` is already an alias of \`${owner}\`, and an address can forward to only one code.`,
    fix: 'Keep the alias at one of the two codes.',
  };
}
