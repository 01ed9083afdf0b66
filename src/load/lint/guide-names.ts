import type { GuideAttribute } from '../../model/guide.ts';
import { Candidates } from '../../model/nearest.ts';
import { FAULTS } from '../../model/schema/code.ts';
import { POLICIES } from '../../model/schema/retry.ts';
import { type ApiDraft, aliasOwners, codesOf } from '../draft.ts';

/** For each kind of name a check that returns the fix for a name that is not there. */
export type Names = Record<GuideAttribute, (name: string) => string | undefined>;

const STATUS = 'Write a status such as 404, a family such as 4xx, or a name that the API declares under `statuses`.';

/** What a message calls the thing that an attribute names. */
export const NOUNS: Record<GuideAttribute, string> = {
  codes: 'code',
  code: 'code',
  domain: 'domain',
  status: 'status',
  retry: 'retry policy',
  fault: 'fault',
  state: 'state',
  envelope: 'envelope',
  states: 'group of states',
};

/** The checks of the names in an API's guides. */
export function namesOf(api: ApiDraft): Names {
  const among = (names: readonly string[]) => {
    const [listed, near] = [new Set(names), new Candidates(names)];
    return (name: string) => {
      if (listed.has(name)) return undefined;
      const meant = near.nearest(name);
      if (meant) return `Did you mean \`${meant}\`?`;
      return names.length > 0
        ? `Name one of: ${names.slice(0, 12).join(', ')}.`
        : 'Remove the name; this API declares none.';
    };
  };
  const amongCodes = among(codesOf(api).map(({ code }) => code));
  const owners = aliasOwners(api);
  const codes = (name: string) => {
    const fix = amongCodes(name);
    const owner = owners.get(name);
    return fix === undefined || owner === undefined ? fix : `It is now an alias; write \`${owner}\`.`;
  };
  const declared = new Set(Object.keys(api.entry.statuses ?? {}));
  return {
    code: codes,
    codes,
    domain: among(api.domains.map(({ id }) => id)),
    retry: among(POLICIES),
    fault: among(FAULTS),
    envelope: among(Object.keys(api.entry.envelopes ?? {})),
    states: among(Object.keys(api.entry.states ?? {})),
    state: among(Object.values(api.entry.states ?? {}).flatMap(({ values }) => Object.keys(values))),
    status: (name) => (/^[1-5](?:xx|\d\d)$/.test(name) || declared.has(name) ? undefined : STATUS),
  };
}
