import { envelopeOf } from '../envelope/of-code.ts';
import type { Api, Code } from '../registry.ts';
import type { Envelope } from '../schema/envelope.ts';
import type { Snapshot } from '../snapshot.ts';
import { type FieldPairs, type PlacedField, pairFields, placed } from './fields.ts';
import { fold, sayTheSame } from './texts.ts';

/** The APIs of two registries. */
export interface RegistryPair {
  removed: Snapshot[];
  added: Snapshot[];
  /** The same API under another id: most of its codes are the same. */
  renamed: { before: Snapshot; after: Snapshot }[];
}

/** Two states of one API, with all that rules would look up again and again. */
export interface ApiPair {
  before: Api;
  after: Api;
  /** Codes that are in both, in the order after. */
  codes: CodePair[];
  /** Codes before that have no heir. */
  removed: Code[];
  added: Code[];
  /** Codes that have another spelling now. */
  renamed: CodePair[];
  /** Codes that are internal now, and those whose entries cannot be read. */
  internal: ReadonlySet<string>;
  /** The bodies of responses: each envelope that is in use once, then what each code adds to its own. */
  bodies: BodyPair[];
}

export interface CodePair {
  before: Code;
  after: Code;
}

/** Two states of a response: of an envelope with all codes that use it, or of one code beyond its envelope. */
export interface BodyPair {
  /** The code, where it is about that alone. */
  code?: string | undefined;
  /** How to name it: the envelope's name, or the code. */
  label: string;
  /** The envelopes; undefined where there is no body. */
  before: Envelope | undefined;
  after: Envelope | undefined;
  fields: FieldPairs;
  /** The names of the headers, in lower case as HTTP compares them (RFC 9110, 5.1), with the spelling and the value or example. */
  headers: HeaderPairs;
}

export interface HeaderPairs {
  removed: Header[];
  added: Header[];
  kept: { before: Header; after: Header }[];
}

export interface Header {
  name: string;
  value: string;
  meaning?: string | undefined;
}

/** Pairs the APIs of two registries by id, then by what they hold. */
export function pairRegistries(
  before: readonly Snapshot[],
  after: readonly Snapshot[],
): RegistryPair & { apis: ApiPair[] } {
  const was = new Map(before.map((it) => [it.api.id, it]));
  const is = new Map(after.map((it) => [it.api.id, it]));
  const removed = before.filter(({ api }) => !is.has(api.id));
  const added = after.filter(({ api }) => !was.has(api.id));
  const renamed: RegistryPair['renamed'] = [];
  for (const old of [...removed]) {
    const heir = added.find((it) => isHeir(old.api, it.api));
    if (!heir) continue;
    renamed.push({ before: old, after: heir });
    removed.splice(removed.indexOf(old), 1);
    added.splice(added.indexOf(heir), 1);
  }
  const kept = after.flatMap((it) => {
    const old = was.get(it.api.id);
    return old ? [{ before: old, after: it }] : [];
  });
  return { removed, added, renamed, apis: [...kept, ...renamed].map((it) => pairApis(it.before, it.after)) };
}

/** More than half of all codes are in both. */
function isHeir(before: Api, after: Api): boolean {
  const codes = new Set(before.codes.map(({ code }) => code));
  const common = after.codes.filter(({ code }) => codes.has(code)).length;
  return common * 2 > Math.max(before.codes.length, after.codes.length);
}

/** Pairs the codes of an API by spelling, then by spelling put aside case and separators, then by texts. */
export function pairApis(before: Snapshot, after: Snapshot): ApiPair {
  const was = new Map(before.api.codes.map((it) => [it.code, it]));
  const is = new Map(after.api.codes.map((it) => [it.code, it]));
  const unsaid = new Set([...before.unread, ...after.unread]);
  const internal = new Set(after.internal);
  const codes = after.api.codes.flatMap((it) => {
    const old = was.get(it.code);
    return old ? [{ before: old, after: it }] : [];
  });
  const gone = after.whole ? before.api.codes.filter(({ code }) => !is.has(code) && !unsaid.has(code)) : [];
  const fresh = before.whole ? after.api.codes.filter(({ code }) => !was.has(code) && !unsaid.has(code)) : [];
  const renamed = pairRenamed(
    gone.filter(({ code }) => !internal.has(code)),
    fresh,
  );
  const heirs = new Set(renamed.flatMap((it) => [it.before, it.after]));
  return {
    before: before.api,
    after: after.api,
    codes,
    removed: gone.filter((code) => !heirs.has(code)),
    added: fresh.filter((code) => !heirs.has(code)),
    renamed,
    internal,
    bodies: [
      ...pairEnvelopes(before.api, after.api, [...codes, ...renamed]),
      ...pairOwn(before.api, after.api, [...codes, ...renamed]),
    ],
  };
}

function pairRenamed(gone: readonly Code[], fresh: readonly Code[]): CodePair[] {
  const left = new Set(fresh);
  const pairs: CodePair[] = [];
  const take = (before: Code, after: Code | undefined) => {
    if (!after) return false;
    left.delete(after);
    pairs.push({ before, after });
    return true;
  };
  const bySpelling = new Map(fresh.map((code) => [fold(code.code), code]));
  const byTexts = Map.groupBy(fresh, ({ meaning }) => fold(meaning));
  for (const code of gone) {
    const respelled = bySpelling.get(fold(code.code));
    if (respelled && left.has(respelled) && take(code, respelled)) continue;
    const alike = byTexts.get(fold(code.meaning)) ?? [];
    take(
      code,
      alike.find((it) => left.has(it) && sayTheSame(code, it)),
    );
  }
  return pairs;
}

/** Each pair of envelopes that some code answers with, once. */
function pairEnvelopes(before: Api, after: Api, codes: readonly CodePair[]): BodyPair[] {
  const pairs = new Map<string, BodyPair>();
  const old = domainsOf(before);
  const now = domainsOf(after);
  for (const pair of codes) {
    const from = old.get(pair.before.domain);
    const to = now.get(pair.after.domain);
    const key = JSON.stringify([from ?? null, to ?? null]);
    if (pairs.has(key)) continue;
    const [was, is] = [envelopeOf(before, pair.before), envelopeOf(after, pair.after)];
    if (!was && !is) continue;
    pairs.set(key, {
      label: from === to ? `envelope \`${from}\`` : `envelope \`${from ?? 'none'}\`, now \`${to ?? 'none'}\``,
      before: was,
      after: is,
      fields: was && is ? pairFields(placed(was.fields), placed(is.fields)) : NO_FIELDS,
      headers: pairHeaders(sharedHeaders(was), sharedHeaders(is)),
    });
  }
  return [...pairs.values()];
}

const NO_FIELDS: FieldPairs = { kept: [], renamed: [], moved: [], removed: [], added: [] };

function domainsOf(api: Api): Map<string, string | undefined> {
  return new Map(api.domains.map(({ id, envelope }) => [id, envelope]));
}

/** What codes add to their envelopes. A field that moved between the two is neither added nor removed. */
function pairOwn(before: Api, after: Api, codes: readonly CodePair[]): BodyPair[] {
  return codes.flatMap((pair) => {
    const own = [placed(pair.before.fields), placed(pair.after.fields)] as const;
    const headers = [Object.keys(pair.before.headers), Object.keys(pair.after.headers)].flat();
    if (own[0].size + own[1].size + headers.length === 0) return [];
    const [was, is] = [envelopeOf(before, pair.before), envelopeOf(after, pair.after)];
    const [oldFields, newFields] = [withOwn(was, own[0]), withOwn(is, own[1])];
    const named = new Set([...own[0].keys(), ...own[1].keys()]);
    const only = (fields: ReadonlyMap<string, PlacedField>) =>
      new Map([...fields].filter(([pointer]) => named.has(pointer)));
    const spelled = new Set(headers.map((name) => name.toLowerCase()));
    const ownHeaders = (all: readonly Header[]) => all.filter(({ name }) => spelled.has(name.toLowerCase()));
    return [
      {
        code: pair.before.code,
        label: `\`${pair.before.code}\``,
        before: was,
        after: is,
        fields: pairFields(only(oldFields), only(newFields)),
        headers: pairHeaders(ownHeaders(allHeaders(was, pair.before)), ownHeaders(allHeaders(is, pair.after))),
      },
    ];
  });
}

function withOwn(envelope: Envelope | undefined, own: ReadonlyMap<string, PlacedField>): Map<string, PlacedField> {
  return new Map([...placed(envelope?.fields ?? []), ...own]);
}

function sharedHeaders(envelope: Envelope | undefined): Header[] {
  return Object.entries(envelope?.headers ?? {}).map(([name, { example, meaning }]) => ({
    name,
    value: example,
    meaning,
  }));
}

function allHeaders(envelope: Envelope | undefined, code: Code): Header[] {
  const own = Object.entries(code.headers).map(([name, header]) => ({ name, ...header }));
  return [...sharedHeaders(envelope), ...own];
}

function pairHeaders(before: readonly Header[], after: readonly Header[]): HeaderPairs {
  const was = new Map(before.map((header) => [header.name.toLowerCase(), header]));
  const is = new Map(after.map((header) => [header.name.toLowerCase(), header]));
  return {
    removed: [...was].filter(([name]) => !is.has(name)).map(([, header]) => header),
    added: [...is].filter(([name]) => !was.has(name)).map(([, header]) => header),
    kept: [...is].flatMap(([name, header]) => {
      const old = was.get(name);
      return old ? [{ before: old, after: header }] : [];
    }),
  };
}
