import { fieldsOf } from '../model/envelope/fields.ts';
import { codesByEnvelope, envelopeNameOf } from '../model/envelope/of-code.ts';
import { memberOf } from '../model/member.ts';
import { named } from '../model/named.ts';
import type { Api } from '../model/registry.ts';
import { isSame } from '../model/same.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { CodePair } from './codes.ts';
import { type FieldPairs, pairFields, placed } from './fields.ts';
import { type HeaderPairs, type Headers, ownHeaders, pairHeaders, sharedHeaders } from './headers.ts';
import { both } from './values.ts';

/** Two states of a response: of an envelope for all codes that use it, or of one code's own fields. */
export interface BodyPair {
  /** The code, where it is about one alone. */
  about: CodePair['about'] | Record<string, never>;
  /** True for what one code adds to its envelope. */
  own: boolean;
  /** Whose it is, for a sentence: `every error`, `errors with the envelope …`, or the code. */
  where: string;
  /** The name of a part of it, by which changes of several envelopes are distinguished. */
  part(name: string): string;
  /** The envelopes; undefined where there is no body. */
  before: Envelope | undefined;
  after: Envelope | undefined;
  fields: FieldPairs;
  headers: HeaderPairs;
}

/** Codes that have changed from one envelope to another, or have kept theirs. */
interface Group {
  from: string | undefined;
  to: string | undefined;
  codes: CodePair[];
}

/**
 * Pairs the responses of two states of an API, but for those that are the same. What an envelope loses and every code of it has itself then (or the
 * other way round) is no difference to anyone, and is in neither list.
 */
export function pairBodies(
  before: Api,
  after: Api,
  codes: readonly CodePair[],
  changed: ReadonlySet<CodePair>,
): BodyPair[] {
  const groups = groupsOf(before, after, codes);
  return groups.flatMap((group) => {
    const sides = [envelopeIn(before, group.from), envelopeIn(after, group.to)] as const;
    const shared = sides[0] || sides[1] ? [pairShared(group, sides, groups.length > 1)] : [];
    const differing = isSame(...sides) ? group.codes.filter((code) => changed.has(code)) : group.codes;
    return [...shared, ...differing.flatMap((code) => pairOwn(code, sides))];
  });
}

/** Names of envelopes with which no public code answers, on one side at least, nor did one that is still there. */
export function unusedEnvelopes(before: Api, after: Api): string[] {
  const [was, is] = [usedIn(before), usedIn(after)];
  const all = new Set([...Object.keys(before.envelopes), ...Object.keys(after.envelopes)]);
  return [...all].filter((name) => !was.has(name) && !is.has(name));
}

function usedIn(api: Api): Set<string | undefined> {
  return new Set(codesByEnvelope(api).keys());
}

function envelopeIn(api: Api, name: string | undefined): Envelope | undefined {
  return name === undefined ? undefined : memberOf(api.envelopes, name);
}

function groupsOf(before: Api, after: Api, codes: readonly CodePair[]): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (from: string | undefined, to: string | undefined) => {
    const key = JSON.stringify([from ?? null, to ?? null]);
    const group = groups.get(key) ?? { from, to, codes: [] };
    groups.set(key, group);
    return group;
  };
  for (const code of codes)
    groupOf(envelopeNameOf(before, code.before), envelopeNameOf(after, code.after)).codes.push(code);
  // an envelope that is in use on both sides is a promise even where no code is on both
  for (const name of usedIn(before).intersection(usedIn(after))) groupOf(name, name);
  return [...groups.values()];
}

type Sides = readonly [Envelope | undefined, Envelope | undefined];

function pairShared({ from, to, codes }: Group, [before, after]: Sides, several: boolean): BodyPair {
  const name = from === to ? (to ?? '') : `${from ?? 'none'}>${to ?? 'none'}`;
  const single = codes.length === 1 && from !== to ? codes[0] : undefined;
  const fields = both(before, after, (it) => except(placed(it?.fields ?? []), inAll(codes, pointersOf)));
  const headers = both(before, after, (it) => except(sharedHeaders(it), inAll(codes, namesOf)));
  return {
    about: single?.about ?? {},
    own: false,
    where: single ? named(single.about.code) : several ? whereOf(from, to) : 'every error',
    part: (part) => (several && !single ? `${name}#${part}` : part),
    before,
    after,
    fields: before && after ? pairFields(fields[0], fields[1]) : NO_FIELDS,
    headers: before && after ? pairHeaders(headers[0], headers[1]) : NO_HEADERS,
  };
}

function whereOf(from: string | undefined, to: string | undefined): string {
  const [was, is] = [from, to].map((name) => (name === undefined ? 'no envelope' : `the envelope ${named(name)}`));
  return from === to ? `errors with ${is}` : `errors that had ${was} and now have ${is}`;
}

const NO_HEADERS: HeaderPairs = { removed: [], added: [], kept: [] };

const NO_FIELDS: FieldPairs = {
  kept: [],
  renamed: [],
  moved: [],
  removed: [],
  added: [],
  order: { before: [], after: [] },
};

/** What a code adds to its envelope, or once added: each with what the whole response has in its place on the other side. */
function pairOwn(code: CodePair, [before, after]: Sides): BodyPair[] {
  const [pointers, names] = [pointersOf(code), namesOf(code)];
  if (pointers.size + names.size === 0) return [];
  const ownPlaced = (envelope: Envelope | undefined, own: CodePair['before']) =>
    only(placed(fieldsOf(envelope, own)), pointers);
  const headersOf = (envelope: Envelope | undefined, own: CodePair['before']): Headers =>
    only(new Map([...sharedHeaders(envelope), ...ownHeaders(own)]), names);
  return [
    {
      about: code.about,
      own: true,
      where: named(code.about.code),
      part: (part) => part,
      before,
      after,
      fields: !before === !after ? pairFields(ownPlaced(before, code.before), ownPlaced(after, code.after)) : NO_FIELDS,
      headers: pairHeaders(headersOf(before, code.before), headersOf(after, code.after)),
    },
  ];
}

function pointersOf({ before, after }: CodePair): Set<string> {
  return new Set([before, after].flatMap(({ fields }) => (fields.length > 0 ? [...placed(fields).keys()] : [])));
}

function namesOf({ before, after }: CodePair): Set<string> {
  return new Set([before, after].flatMap(({ headers }) => Object.keys(headers).map((it) => it.toLowerCase())));
}

/** What every one of these codes has of its own. */
function inAll(codes: readonly CodePair[], setOf: (code: CodePair) => Set<string>): Set<string> {
  let common: Set<string> | undefined;
  for (const code of codes) {
    const own = setOf(code);
    common = common ? common.intersection(own) : own;
    if (common.size === 0) break;
  }
  return common ?? new Set();
}

function only<T>(map: ReadonlyMap<string, T>, keys: ReadonlySet<string>): Map<string, T> {
  return new Map([...map].filter(([key]) => keys.has(key)));
}

function except<T>(map: ReadonlyMap<string, T>, keys: ReadonlySet<string>): Map<string, T> {
  return keys.size === 0 ? new Map(map) : new Map([...map].filter(([key]) => !keys.has(key)));
}
