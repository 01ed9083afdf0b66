import { spellingOf } from '../model/namespace.ts';
import type { CodePair } from './codes.ts';
import { carriesNoCode } from './messages.ts';
import type { ApiPair } from './pair.ts';

/** Codes with another spelling, where a caller can notice: an alias is enough for one that is in no body. */
export function noticedRenames({
  renamed,
  before: api,
  areVersions,
}: ApiPair): (CodePair & { note: string; isInBodies: boolean })[] {
  return renamed
    .filter((it) => !isInOtherNamespace(it))
    .flatMap((pair) => {
      const isInBodies = !carriesNoCode(api, pair.before);
      const hasAlias = pair.after.aliases.some(({ code }) => code === pair.before.code);
      if (hasAlias && !isInBodies) return [];
      return [{ ...pair, isInBodies, note: areVersions ? '' : noteOf(hasAlias, isInBodies) }];
    });
}

/** True where a code is spelled as before, and in another namespace. */
export function isInOtherNamespace({ before, after }: CodePair): boolean {
  return before.sent?.namespace !== after.sent?.namespace && spellingOf(before) === spellingOf(after);
}

function noteOf(hasAlias: boolean, isInBodies: boolean): string {
  if (hasAlias) return ' The address of the old code still works, but callers that branch on it break.';
  return isInBodies ? '' : ' No body carries it, but its address leads nowhere.';
}
