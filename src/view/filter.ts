import { listOf } from '../model/guide.ts';
import { allStatuses } from '../model/operation.ts';
import type { Code } from '../model/registry.ts';

/** What a guide's `<Codes>` may ask for; each is a list in one text, and all that are given must match. */
export interface CodeFilter {
  codes?: string | undefined;
  domain?: string | undefined;
  status?: string | undefined;
  retry?: string | undefined;
  fault?: string | undefined;
  state?: string | undefined;
}

/** The codes that match, in the order of `codes` where that is given, else in the registry's. */
export function filterCodes(all: readonly Code[], filter: CodeFilter): Code[] {
  const named = filter.codes === undefined ? undefined : listOf(filter.codes);
  const among = (list: string | undefined, values: readonly string[]) =>
    list === undefined || listOf(list).some((wanted) => values.includes(wanted));
  const matching = all.filter(
    (code) =>
      (!named || named.includes(code.code)) &&
      among(filter.domain, [code.domain]) &&
      among(
        filter.status,
        allStatuses(code).flatMap(({ status, family }) => [String(status), family]),
      ) &&
      among(filter.retry, [code.retry.policy]) &&
      among(filter.fault, [code.fault]) &&
      among(filter.state, code.states),
  );
  return named ? matching.sort((a, b) => named.indexOf(a.code) - named.indexOf(b.code)) : matching;
}
