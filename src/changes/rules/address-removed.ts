import { addressIn, codePath, domainPath, guidePath } from '../../model/addresses.ts';
import type { FoundChange } from '../../model/change.ts';
import { named } from '../../model/named.ts';
import { type Renamable, withId } from '../../model/names.ts';
import type { ApiPair } from '../pair.ts';
import type { ChangeRule } from '../rule.ts';

export const addressRemoved: ChangeRule = {
  id: 'address-removed',
  level: 'breaking',
  summary: 'The page of a domain, of a guide or of an alias is gone.',
  reason: 'Links in error messages, logs and bookmarks lead nowhere.',
  check: (pair) => (pair.whole.after && !pair.areVersions ? [...domains(pair), ...guides(pair), ...aliases(pair)] : []),
};

function domains(pair: ApiPair): FoundChange[] {
  const { before, after } = pair;
  const forwarding = new Set(after.domains.flatMap(({ aliases = [] }) => aliases));
  return [
    ...goneDomains(pair, forwarding),
    ...lostAliases('domain', domainPath, before.id, before.domains, after.domains),
  ];
}

/** Earlier ids whose addresses led to a domain or guide, and lead nowhere now. */
function lostAliases(
  noun: string,
  pathOf: (id: string) => string,
  api: string,
  before: readonly Renamable[],
  after: readonly Renamable[],
): FoundChange[] {
  return before.flatMap(({ id, aliases = [] }) =>
    aliases
      .filter((alias) => !withId(alias, after))
      .map((alias) => ({
        part: addressIn(api, pathOf(alias)),
        what: `The address of ${named(alias)}, which led to the ${noun} ${named(id)}, is gone.`,
        before: alias,
        fix: `Keep the alias of the ${noun}, because links to its address are in use.`,
      })),
  );
}

function goneDomains({ before, goneDomains, domains: pairs }: ApiPair, forwarding: ReadonlySet<string>): FoundChange[] {
  const successors = new Map(pairs.map((it) => [it.before.id, it.after.id]));
  const unanswered = goneDomains.filter(({ id }) => !forwarding.has(id));
  return unanswered.map(({ id }) => {
    const successor = successors.get(id);
    return {
      part: addressIn(before.id, domainPath(id)),
      what:
        successor === undefined
          ? `The domain ${named(id)} no longer has a page, because it has no codes left.`
          : `The domain ${named(id)} is now ${named(successor)}, and its old address leads nowhere.`,
      before: id,
      after: successor,
      fix:
        successor === undefined
          ? 'Keep at least one code in it; retire codes that are no longer sent instead of deleting them.'
          : `Keep the name of the domain's file; its title may change. Or write \`aliases: [${id}]\` in the new file.`,
    };
  });
}

function guides({ before, after }: ApiPair): FoundChange[] {
  const gone = before.guides.filter(({ id }) => !withId(id, after.guides));
  return [
    ...gone.map(({ id, title }) => ({
      part: addressIn(before.id, guidePath(id)),
      what: `The guide ${named(id)} is gone.`,
      before: title,
      fix: `Keep the guide, and link from it to the one that replaces it. Or write \`aliases: [${id}]\` in the front matter of that one.`,
    })),
    ...lostAliases('guide', guidePath, before.id, before.guides, after.guides),
  ];
}

function aliases({ before, after, nameAfter }: ApiPair): FoundChange[] {
  const known = new Set(after.codes.flatMap(({ code, aliases }) => [code, ...aliases.map((alias) => alias.code)]));
  return before.codes.flatMap(({ code, aliases }) =>
    aliases
      .filter((alias) => !known.has(alias.code))
      .map((alias) => ({
        code,
        ...(nameAfter(code) !== code && { codeAfter: nameAfter(code) }),
        part: addressIn(before.id, codePath(alias.code)),
        what: `The address of ${named(alias.code)}, which led to ${named(code)}, is gone.`,
        before: alias.code,
        fix: 'Keep the alias, because messages and logs contain its address.',
      })),
  );
}
