import { Candidates } from '../../../model/nearest.ts';
import { type ApiDraft, aliasOwners, type CodeDraft, codesOf, isRefused, partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Place } from '../../source/document.ts';
import { aliasWords } from '../alias-words.ts';
import type { Rule } from '../rule.ts';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  level: 'error',
  summary: '`related`, `replacedBy`, `states`, `envelope` and the codes of a limit refer only to what exists.',
  check(api) {
    if (api.damaged) return [];
    const codes: Codes = { names: namesOf(codesOf(api).map(({ code }) => code)), owners: aliasOwners(api) };
    const states = namesOf(Object.values(api.entry.states ?? {}).flatMap(({ values }) => Object.keys(values)));
    const envelopes = namesOf(['none', ...Object.keys(api.entry.envelopes ?? {})]);
    return [
      ...codesOf(api).flatMap((code) => referencesOf(code, codes)),
      ...(isRefused(api, 'states') ? [] : codesOf(api).flatMap((code) => statesOf(code, states))),
      ...(api.entry.limits ?? []).flatMap((limit, i) =>
        (limit.codes ?? []).flatMap((name, j) =>
          missingCode(name, codes, () => ({ document: api.document, path: ['limits', i, 'codes', j], part: 'value' })),
        ),
      ),
      ...(isRefused(api, 'envelopes') ? [] : envelopesOf(api, envelopes)),
    ];
  },
};

/** What exists, and what is near to a name that doesn't. */
interface Names {
  known: Set<string>;
  near: Candidates;
}

function namesOf(names: readonly string[]): Names {
  const known = new Set(names);
  return { known, near: new Candidates(known) };
}

interface Codes {
  names: Names;
  /** The code of each alias. */
  owners: ReadonlyMap<string, string>;
}

function missingCode(name: string, { names, owners }: Codes, at: () => Place, self?: string): Finding[] {
  const owner = names.known.has(name) ? undefined : owners.get(name);
  return owner === undefined ? missing('code', name, names, at, self) : [{ at: at(), ...aliasWords(name, owner) }];
}

function statesOf(code: CodeDraft, states: Names): Finding[] {
  return (code.entry.states ?? []).flatMap((name, i) =>
    missing('state', name, states, () => partOf(code, 'states', i)),
  );
}

function referencesOf(code: CodeDraft, codes: Codes): Finding[] {
  const { related = [], deprecated, retired } = code.entry;
  const replaced = (name: 'deprecated' | 'retired', to: string | undefined) =>
    to === undefined ? [] : missingCode(to, codes, () => partOf(code, name, 'replacedBy'), code.code);
  return [
    ...related.flatMap((name, i) => missingCode(name, codes, () => partOf(code, 'related', i), code.code)),
    ...replaced('deprecated', deprecated?.replacedBy),
    ...replaced('retired', retired?.replacedBy),
  ];
}

function envelopesOf(api: ApiDraft, names: Names): Finding[] {
  return [
    ...api.domains.flatMap(({ entry: { envelope }, document }) =>
      envelope === undefined
        ? []
        : missing('envelope', envelope, names, () => ({ document, path: ['envelope'], part: 'value' })),
    ),
    ...codesOf(api).flatMap((code) =>
      code.entry.envelope === undefined
        ? []
        : missing('envelope', code.entry.envelope, names, () => partOf(code, 'envelope')),
    ),
  ];
}

/** `at` is asked for where the name is wrong. */
function missing(what: string, name: string, { known, near }: Names, at: () => Place, self?: string): Finding[] {
  if (name === self) {
    return [
      { at: at(), message: `\`${name}\` refers to itself here.`, fix: 'Name another code, or remove the reference.' },
    ];
  }
  if (known.has(name)) return [];
  const meant = near.nearest(name);
  return [
    {
      at: at(),
      message: `This API has no ${what} \`${name}\`, so ${what === 'code' ? 'the link would lead nowhere' : 'its page would have nothing to show for it'}.`,
      fix: meant ? `Did you mean \`${meant}\`?` : `Add the ${what}, or remove the reference.`,
    },
  ];
}
