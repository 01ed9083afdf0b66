import { domainPath, guidePath } from '../../model/addresses.ts';
import type { FoundChange } from '../../model/change.ts';
import { named } from '../../model/named.ts';
import type { Renamable } from '../../model/names.ts';
import { carriesNoCode } from '../messages.ts';
import type { ApiPair } from '../pair.ts';
import type { ChangeRule } from '../rule.ts';
import { without } from '../values.ts';

export const aliasAdded: ChangeRule = {
  id: 'alias-added',
  level: 'safe',
  summary: 'A code, a domain or a guide has a new alias: another address that leads to it.',
  reason: 'It only adds an address.',
  check: (pair) => (pair.areVersions ? [] : [...ofCodes(pair), ...ofDomains(pair), ...ofGuides(pair)]),
};

function ofDomains({ domains, before }: ApiPair): FoundChange[] {
  return ofIds('domain', domainPath, before.domains, domains);
}

function ofGuides({ guides, before }: ApiPair): FoundChange[] {
  return ofIds('guide', guidePath, before.guides, guides);
}

function ofIds(
  noun: string,
  pathOf: (id: string) => string,
  before: readonly Renamable[],
  pairs: readonly { after: Renamable }[],
): FoundChange[] {
  const known = new Set(before.flatMap(({ aliases = [] }) => aliases));
  return pairs.flatMap(({ after: { id, aliases = [] } }) =>
    aliases
      .filter((alias) => !known.has(alias))
      .map((alias) => ({
        part: `${pathOf(id)}aliases/${alias}`,
        what: `The address of the ${noun} ${named(alias)} now leads to ${named(id)}.`,
        after: alias,
      })),
  );
}

function ofCodes({ changed, removed, before: api }: ApiPair): FoundChange[] {
  // the loss of a code names the address that is left of it
  const gone = new Set(removed.map(({ code }) => code));
  return changed.flatMap(({ about, before, after }) =>
    without(
      after.aliases.map(({ code }) => code),
      [...before.aliases.map(({ code }) => code), ...(carriesNoCode(api, before) ? [] : [before.code])],
    )
      .filter((alias) => !gone.has(alias))
      .map((alias) => ({
        ...about,
        part: `aliases/${alias}`,
        what: `The address of ${named(alias)} now leads to ${named(after.code)}.`,
        after: alias,
      })),
  );
}
