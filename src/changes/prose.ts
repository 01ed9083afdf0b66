import { memberOf } from '../model/member.ts';
import { named } from '../model/named.ts';
import type { Api } from '../model/registry.ts';
import { isSame } from '../model/same.ts';
import type { BodyPair } from './bodies.ts';
import { pairsOf } from './fields.ts';
import { limitPart, pairLimits } from './limits.ts';
import type { ApiPair } from './pair.ts';
import { retryTexts } from './retry.ts';
import { both, inBoth, shown } from './values.ts';

/** A text before and after; undefined where there was or is none. */
export interface TextPair {
  code?: string;
  codeAfter?: string;
  part: string;
  /** Whose text it is, as the beginning of a sentence. */
  subject: string;
  before: string | undefined;
  after: string | undefined;
}

/** The texts of an API, apart from those of its codes. */
export function textsOfApi(pair: ApiPair): TextPair[] {
  const { before, after, domains, guides } = pair;
  return [
    ...textsOfIdentity(pair),
    ...languagesOf(before, after),
    ...domains.flatMap((it) =>
      texts(`domains/${it.before.id}/`, `of the domain ${named(it.before.id)}`, it.before, it.after, [
        'title',
        'summary',
      ]),
    ),
    ...guides.flatMap((it) =>
      texts(`guides/${it.before.id}/`, `of the guide ${named(it.before.id)}`, it.before, it.after, [
        'title',
        'summary',
      ]),
    ),
    ...inBoth(before.scopes, after.scopes).flatMap(([name, was, is]) =>
      texts(`scopes/${name}/`, `of the scope ${named(name)}`, was, is, ['meaning']),
    ),
    ...statesOf(before, after),
    ...statusesOf(before, after),
    ...limitsOf(pair),
    ...unknownCodesOf(before, after),
    ...pair.unused.map((name) => ({
      part: `envelopes/${name}`,
      subject: `The envelope ${named(name)}, which no code uses,`,
      ...canonical(memberOf(before.envelopes, name), memberOf(after.envelopes, name)),
    })),
  ];
}

/** What tells versions of an API apart is no change between them. */
function textsOfIdentity({ before, after, areVersions }: ApiPair): TextPair[] {
  if (areVersions) return texts('', 'of the API', before, after, ['summary']);
  return [
    ...texts('', 'of the API', before, after, ['title', 'summary', 'version']),
    {
      part: 'previousVersion',
      subject: 'The previous version of the API',
      before: before.previousVersion,
      after: after.previousVersion,
    },
  ];
}

function languagesOf({ languages: before }: Api, { languages: after }: Api): TextPair[] {
  return Object.keys({ ...before, ...after }).map((language) => ({
    part: `languages/${language}`,
    subject: `The notice for readers of the language ${named(language)}`,
    before: memberOf(before, language),
    after: memberOf(after, language),
  }));
}

function texts<T extends object>(
  path: string,
  owner: string,
  before: T,
  after: T,
  keys: (keyof T & string)[],
): TextPair[] {
  return keys.map((key) => ({
    part: path + key,
    subject: `The ${key} ${owner}`,
    before: shown(before[key]),
    after: shown(after[key]),
  }));
}

function statesOf(before: Api, after: Api): TextPair[] {
  return inBoth(before.states, after.states).flatMap(([group, was, is]) => [
    ...texts(`states/${group}/`, `of the states ${named(group)}`, was, is, ['title', 'summary']),
    ...inBoth(was.values, is.values).flatMap(([name, old, now]) =>
      texts(`states/${group}/${name}/`, `of the state ${named(name)}`, old, now, ['meaning']),
    ),
  ]);
}

/** The title of a status without a declared one follows from the status; one that is on one side alone says nothing. */
function statusesOf(before: Api, after: Api): TextPair[] {
  const [was, is] = both(before, after, ({ statuses }) => new Map(statuses.map((it) => [String(it.status), it])));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((status) => {
    const [old, now] = [was.get(status), is.get(status)];
    const owner = `of the status ${named(status)}`;
    const part = `statuses/${status}/`;
    const meaning = {
      part: `${part}meaning`,
      subject: `The meaning ${owner}`,
      before: old?.meaning,
      after: now?.meaning,
    };
    return old && now ? [...texts(part, owner, old, now, ['title']), meaning] : [meaning];
  });
}

function limitsOf(pair: ApiPair): TextPair[] {
  return pairLimits(pair).kept.flatMap(({ before, after }) => {
    const codes = {
      part: `${limitPart(before, pair)}/codes`,
      subject: `The list of codes of the limit ${named(before.title)}`,
    };
    return [
      ...texts(`${limitPart(before, pair)}/`, `of the limit ${named(before.title)}`, before, after, [
        'title',
        'meaning',
      ]),
      {
        ...codes,
        before: pair.referencesAfter(before.codes ?? []).join(', ') || undefined,
        after: after.codes?.join(', ') || undefined,
      },
    ];
  });
}

function unknownCodesOf({ unknownCodes: before }: Api, { unknownCodes: after }: Api): TextPair[] {
  if (!before || !after) {
    return [
      {
        part: 'unknownCodes',
        subject: 'What to do about unknown codes',
        before: before?.meaning,
        after: after?.meaning,
      },
    ];
  }
  const owner = 'for unknown codes';
  return [
    ...texts('unknownCodes/', owner, before, after, ['meaning']),
    ...retryTexts(before.retry, after.retry).map(([part, what, was, is]) => ({
      part: `unknownCodes/retry/${part}`,
      subject: `The ${what} ${owner}`,
      before: was,
      after: is,
    })),
  ];
}

/** What fields, headers and whole envelopes mean. */
export function textsOfBodies({ bodies }: ApiPair): TextPair[] {
  return bodies.flatMap((body) => [...meaningOf(body), ...fieldTexts(body), ...headerTexts(body)]);
}

function meaningOf({ about, own, where, part, before, after }: BodyPair): TextPair[] {
  if (own || !before || !after) return [];
  const subject = `The meaning of the body of ${where}`;
  return [{ ...about, part: part('envelope'), subject, before: before.meaning, after: after.meaning }];
}

function fieldTexts({ about, where, part, fields }: BodyPair): TextPair[] {
  return pairsOf(fields).flatMap(({ before, after }) => {
    const subject = (key: string) => `The ${key} of the field ${named(before.pointer)} in the body of ${where}`;
    const at = { ...about, part: part(before.pointer) };
    const says = both(before, after, ({ field }) => ({
      meaning: field.meaning,
      role: field.role,
      always: shown(field.const),
    }));
    // another role or constant makes another field; one that is only named now says more of the same
    const isNew = (key: 'role' | 'always') => says[0][key] === undefined && before.field.type === after.field.type;
    const isShown = isSame(before.field.example, after.field.const);
    return [
      { ...at, subject: subject('meaning'), before: says[0].meaning, after: says[1].meaning },
      ...(isNew('role') ? [{ ...at, subject: subject('role'), before: undefined, after: says[1].role }] : []),
      ...(isNew('always') && isShown
        ? [{ ...at, subject: subject('constant value'), before: undefined, after: says[1].always }]
        : []),
    ];
  });
}

function headerTexts({ about, where, part, headers }: BodyPair): TextPair[] {
  return headers.kept.flatMap(({ before, after }) => {
    const said = (key: 'meaning' | 'role') => ({
      ...about,
      part: part(before.name),
      subject: `The ${key} of the header ${named(before.name)} of ${where}`,
      before: before[key],
      after: after[key],
    });
    // that a header has the code is new; that it no longer has it is more than a text
    return [said('meaning'), ...(before.role === undefined ? [said('role')] : [])];
  });
}

/** Two values as JSON; the same text where they are the same. */
function canonical(before: unknown, after: unknown): { before: string | undefined; after: string | undefined } {
  const was = shown(before);
  return { before: was, after: isSame(before, after) ? was : shown(after) };
}
