import { domainPath } from '../../model/addresses.ts';
import type { FoundChange } from '../../model/change.ts';
import { named } from '../../model/named.ts';
import { carriesNoCode } from '../messages.ts';
import type { ApiPair } from '../pair.ts';
import type { ChangeRule } from '../rule.ts';
import { without } from '../values.ts';

export const aliasAdded: ChangeRule = {
  id: 'alias-added',
  level: 'safe',
  summary: 'A code or a domain has a new alias: another address that leads to it.',
  reason: 'It only adds an address.',
  check: (pair) => (pair.areVersions ? [] : [...ofCodes(pair), ...ofDomains(pair)]),
};

function ofDomains({ domains, before }: ApiPair): FoundChange[] {
  const known = new Set(before.domains.flatMap(({ aliases = [] }) => aliases));
  return domains.flatMap((it) =>
    (it.after.aliases ?? [])
      .filter((alias) => !known.has(alias))
      .map((alias) => ({
        part: `${domainPath(it.after.id)}aliases/${alias}`,
        what: `The address of the domain ${named(alias)} now leads to ${named(it.after.id)}.`,
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
