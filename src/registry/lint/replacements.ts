import { type ApiDraft, aliasOwners, type CodeDraft, codesOf } from '../draft.ts';

/** A code that is on its way out, and where that leads. */
export interface Replacement {
  code: CodeDraft;
  /** Which of the two farewells names the code that replaces it: what is retired is more than deprecated. */
  farewell: 'deprecated' | 'retired';
  /** Each code on the way, this one first; in a circle the code that closes it stands at the end once more. */
  way: CodeDraft[];
}

/** The code by which a code is replaced, in the spelling of its entry. */
function farewellOf({ entry: { deprecated, retired } }: CodeDraft): {
  name: Replacement['farewell'];
  to?: string | undefined;
} {
  return retired ? { name: 'retired', to: retired.replacedBy } : { name: 'deprecated', to: deprecated?.replacedBy };
}

/** Every code that names one which replaces it, with the whole way from there; an alias stands for its code. */
export function replacementsOf(api: ApiDraft): Replacement[] {
  const codes = new Map(codesOf(api).map((code) => [code.code, code]));
  const owners = aliasOwners(api);
  const next = (code: CodeDraft) => {
    const { to } = farewellOf(code);
    return to === undefined ? undefined : codes.get(owners.get(to) ?? to);
  };
  return codesOf(api).flatMap((code) => {
    const [way, been] = [[code], new Set([code])];
    for (let it = next(code); it; it = next(it)) {
      way.push(it);
      if (been.has(it)) break;
      been.add(it);
    }
    return way.length > 1 ? [{ code, farewell: farewellOf(code).name, way }] : [];
  });
}
