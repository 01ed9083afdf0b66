import { named } from '../named.ts';
import type { Api, Code } from '../registry.ts';
import type { BodyPair } from './bodies.ts';
import type { CodePair } from './codes.ts';
import { pairsOf } from './fields.ts';
import { limitPart, pairLimits } from './limits.ts';
import type { ApiPair } from './pair.ts';
import { farewellText, phaseOf } from './phase.ts';
import { isSame, shown } from './values.ts';

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

/** The texts of an API and of what stands beside its codes. */
export function textsOfApi(pair: ApiPair): TextPair[] {
  const { before, after, domains } = pair;
  return [
    ...texts('', 'of the API', before, after, ['title', 'summary', 'version']),
    ...domains.flatMap((it) =>
      texts(`domains/${it.before.id}/`, `of the domain ${named(it.before.id)}`, it.before, it.after, [
        'title',
        'summary',
      ]),
    ),
    ...inBoth(byId(before.guides), byId(after.guides)).flatMap(([id, was, is]) =>
      texts(`guides/${id}/`, `of the guide ${named(id)}`, was, is, ['title', 'summary']),
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
      subject: `The envelope ${named(name)}, with which no code answers,`,
      ...canonical(before.envelopes[name], after.envelopes[name]),
    })),
  ];
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

function byId<T extends { id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((it) => [it.id, it]));
}

function inBoth<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): [string, T, T][] {
  return Object.entries(before).flatMap(([key, was]) => (Object.hasOwn(after, key) ? [[key, was, after[key]!]] : []));
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
  const [was, is] = [before, after].map(({ statuses }) => new Map(statuses.map((it) => [String(it.status), it])));
  return [...new Set([...was!.keys(), ...is!.keys()])].flatMap((status) => {
    const [old, now] = [was!.get(status), is!.get(status)];
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
      subject: `The codes of the limit ${named(before.title)}`,
    };
    return [
      ...texts(`${limitPart(before, pair)}/`, `of the limit ${named(before.title)}`, before, after, [
        'title',
        'meaning',
      ]),
      { ...codes, before: before.codes?.map(pair.nameAfter).join(', '), after: after.codes?.join(', ') },
    ];
  });
}

function unknownCodesOf({ unknownCodes: before }: Api, { unknownCodes: after }: Api): TextPair[] {
  if (!before || !after) {
    return [
      {
        part: 'unknownCodes',
        subject: 'What to do with unknown codes',
        before: before?.meaning,
        after: after?.meaning,
      },
    ];
  }
  const owner = 'for unknown codes';
  return [
    ...texts('unknownCodes/', owner, before, after, ['meaning']),
    ...texts('unknownCodes/retry/', owner, before.retry, after.retry, ['reason']),
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
    const says = [before, after].map(({ field }) => ({
      meaning: field.meaning,
      role: field.role,
      always: shown(field.const),
    }));
    // another role or constant makes another field; one that is only named now says more of the same
    const isNew = (key: 'role' | 'always') => says[0]![key] === undefined && before.field.type === after.field.type;
    const isShown = isSame(before.field.example, after.field.const);
    return [
      { ...at, subject: subject('meaning'), before: says[0]!.meaning, after: says[1]!.meaning },
      ...(isNew('role') ? [{ ...at, subject: subject('role'), before: undefined, after: says[1]!.role }] : []),
      ...(isNew('always') && isShown
        ? [{ ...at, subject: subject('constant value'), before: undefined, after: says[1]!.always }]
        : []),
    ];
  });
}

function headerTexts({ about, where, part, headers }: BodyPair): TextPair[] {
  return headers.kept.map(({ before, after }) => ({
    ...about,
    part: part(before.name),
    subject: `The meaning of the header ${named(before.name)} of ${where}`,
    before: before.meaning,
    after: after.meaning,
  }));
}

/** The texts of each code. Those of one that stands for another error are no texts of the same thing. */
export function textsOfCodes({ changed }: ApiPair): TextPair[] {
  return changed.flatMap((pair) => [...(pair.reused ? [] : entryTexts(pair)), ...remarks(pair)]);
}

function entryTexts({ about, before, after }: CodePair): TextPair[] {
  const text = (part: string, of: (code: Code) => string | undefined) => ({
    ...about,
    part,
    subject: `The ${part} of ${named(before.code)}`,
    before: of(before),
    after: of(after),
  });
  return [
    text('title', ({ title }) => title),
    text('meaning', ({ meaning }) => meaning),
    text('remediation', ({ remediation }) => listText(remediation)),
    text('causes', ({ causes }) => (causes.length > 0 ? listText(causes) : undefined)),
  ];
}

function listText(items: readonly string[]): string {
  return items.length === 1 ? items[0]! : items.map((item, i) => `${i + 1}. ${item}`).join('\n');
}

/** What an entry says beside the texts about its error. */
function remarks({ about, before, after }: CodePair): TextPair[] {
  const of = named(before.code);
  const remark = (part: string, subject: string, was: string | undefined, is: string | undefined) => ({
    ...about,
    part,
    subject,
    before: was,
    after: is,
  });
  return [
    remark('retry/reason', `The reason of the retry policy of ${of}`, before.retry.reason, after.retry.reason),
    ...since(before, after).map(([was, is]) => remark('since', `The first release of ${of}`, was, is)),
    ...operationTexts(before, after).map(([name, was, is]) =>
      remark(`operations/${name}`, `What ${of} means for ${named(name)}`, was, is),
    ),
    ...listedOperations(before, after).map(([was, is]) =>
      remark('operations', `The list of operations that return ${of}`, was, is),
    ),
    ...inBoth(aliasTexts(before), aliasTexts(after)).map(([name, was, is]) =>
      remark(`aliases/${name}`, `What ${of} says of its alias ${named(name)}`, was, is),
    ),
    ...(phaseOf(before) === phaseOf(after)
      ? lifeTexts(before, after).map(([part, was, is]) => remark(part, `What ${of} says of being ${part}`, was, is))
      : []),
  ];
}

/** Without one in the entry, it comes from a release: to write it down, or to leave it to the release, is no change. */
function since(before: Code, after: Code): [string, string][] {
  return before.since === undefined || after.since === undefined ? [] : [[before.since, after.since]];
}

function operationTexts(before: Code, after: Code): [string, string | undefined, string | undefined][] {
  const [was, is] = [before, after].map(
    ({ operations }) => new Map(operations.map((it) => [it.operation, it.meaning])),
  );
  return [...was!].flatMap(([name, meaning]) => (is!.has(name) ? [[name, meaning, is!.get(name)]] : []));
}

/** An entry without operations says nothing of them; the first list of them is no promise that was broken. */
function listedOperations(before: Code, after: Code): [string | undefined, string | undefined][] {
  const [was, is] = [before, after].map(({ operations }) => operations.map(({ operation }) => operation));
  if (was!.length > 0 && is!.length > 0) return [];
  return [[was!.join(', ') || undefined, is!.join(', ') || undefined]];
}

function aliasTexts({ aliases }: Code): Record<string, string> {
  return Object.fromEntries(
    aliases.map(({ code, since, reason }) => [code, [since, reason].filter(Boolean).join('; ')]),
  );
}

function lifeTexts(before: Code, after: Code): ['reserved' | 'retired', string | undefined, string | undefined][] {
  const reserved = [before, after].map((code) => (code.reserved ? 'yes' : undefined));
  return [
    ['reserved', reserved[0], reserved[1]],
    ['retired', farewellText(before.retired), farewellText(after.retired)],
  ];
}

/** Two values as JSON; the same text where they are the same. */
function canonical(before: unknown, after: unknown): { before: string | undefined; after: string | undefined } {
  const was = shown(before);
  return { before: was, after: isSame(before, after) ? was : shown(after) };
}
