import { type ApiDraft, aliasOwners, type CodeDraft, codesOf, isRefused, partOf } from '../../draft.ts';
import { nearest } from '../../nearest.ts';
import type { Finding } from '../../rule.ts';
import type { Place } from '../../source/document.ts';
import { aliasWords } from '../alias-words.ts';
import type { Rule } from '../rule.ts';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  level: 'error',
  summary: '`related`, `replacedBy`, `states`, `envelope` and the codes of a limit name something that exists.',
  check(api) {
    if (api.damaged) return [];
    const codes: Codes = { known: new Set(codesOf(api).map(({ code }) => code)), owners: aliasOwners(api) };
    const states = new Set(Object.values(api.entry.states ?? {}).flatMap(({ values }) => Object.keys(values)));
    return [
      ...codesOf(api).flatMap((code) => referencesOf(code, codes)),
      ...(isRefused(api, 'states') ? [] : codesOf(api).flatMap((code) => statesOf(code, states))),
      ...(api.entry.limits ?? []).flatMap((limit, i) =>
        (limit.codes ?? []).flatMap((name, j) =>
          missingCode(name, codes, { document: api.document, path: ['limits', i, 'codes', j], part: 'value' }),
        ),
      ),
      ...api.domains.flatMap((domain) => envelopeOf(api, domain)),
    ];
  },
};

interface Codes {
  known: Set<string>;
  /** The code of each alias. */
  owners: Map<string, string>;
}

function missingCode(name: string, { known, owners }: Codes, at: Place, self?: string): Finding[] {
  const owner = known.has(name) ? undefined : owners.get(name);
  return owner === undefined ? missing('code', name, known, at, self) : [{ at, ...aliasWords(name, owner) }];
}

function statesOf(code: CodeDraft, states: Set<string>): Finding[] {
  return (code.entry.states ?? []).flatMap((name, i) => missing('state', name, states, partOf(code, 'states', i)));
}

function referencesOf(code: CodeDraft, codes: Codes): Finding[] {
  const { related = [], deprecated, retired } = code.entry;
  const replaced = (name: 'deprecated' | 'retired', to: string | undefined) =>
    to === undefined ? [] : missingCode(to, codes, partOf(code, name, 'replacedBy'), code.code);
  return [
    ...related.flatMap((name, i) => missingCode(name, codes, partOf(code, 'related', i), code.code)),
    ...replaced('deprecated', deprecated?.replacedBy),
    ...replaced('retired', retired?.replacedBy),
  ];
}

function envelopeOf(api: ApiDraft, { entry, document }: ApiDraft['domains'][number]): Finding[] {
  const names = new Set(['none', ...Object.keys(api.entry.envelopes ?? {})]);
  if (entry.envelope === undefined || isRefused(api, 'envelopes')) return [];
  return missing('envelope', entry.envelope, names, { document, path: ['envelope'], part: 'value' });
}

function missing(what: string, name: string, known: Set<string>, at: Place, self?: string): Finding[] {
  if (name === self) {
    return [{ at, message: `\`${name}\` refers to itself here.`, fix: 'Name another code, or take this one away.' }];
  }
  if (known.has(name)) return [];
  const meant = nearest(name, known);
  return [
    {
      at,
      message: `There is no ${what} \`${name}\` in this API, so ${what === 'code' ? 'the link would lead nowhere' : 'nothing can be shown of it'}.`,
      fix: meant ? `Did you mean \`${meant}\`?` : `Add the ${what}, or take the reference away.`,
    },
  ];
}
