import { counted } from '../model/counted.ts';
import { codeHeader } from '../model/envelope/carried.ts';
import { deepFields, withRole } from '../model/envelope/fields.ts';
import { formatOf } from '../model/envelope/format.ts';
import { codesByEnvelope, envelopeNameOf, examplesOf } from '../model/envelope/of-code.ts';
import { dotted } from '../model/envelope/pointer.ts';
import { memberOf } from '../model/member.ts';
import { allStatuses } from '../model/operation.ts';
import { leadOf } from '../model/prose.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Limit, StateGroup } from '../model/schema/api.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import {
  type Block,
  type Content,
  heading,
  literal,
  paragraph,
  prose,
  type Setting,
  type Table,
  text,
} from './document.ts';
import { fieldTable, partNote } from './fields.ts';
import { retryLabel } from './retry-label.ts';
import { documentTexts } from './texts.ts';

/*
 * What is said of an API as a whole, in parts: its overview has all of them, and guides name those that they need.
 */

const { api: t, table } = documentTexts;

/** The envelopes of an API, or the one with a name: what they are, an example, their fields and headers. */
export function envelopeBlocks(api: Api, setting: Setting, only?: string): Block[] {
  const shown = Object.entries(api.envelopes).filter(([name]) => only === undefined || name === only);
  return shown.flatMap(([name, envelope]) => [
    ...(shown.length > 1 ? [heading(3, text(name))] : []),
    ...(envelope.meaning ? [{ kind: 'prose' as const, markdown: envelope.meaning }] : []),
    paragraph(literal(envelope.mediaType)),
    ...envelopeCodes(api, name),
    ...exampleBlocks(api, plainestCode(api, envelope), setting).slice(0, 1),
    ...envelopeTables(envelope),
  ]);
}

/** How many codes are listed that have an envelope although their domain has another. */
const MOST_OWN = 20;

/** Whose responses have an envelope, where an API has several: whole domains, then single codes of others. */
export function envelopeCodes(api: Api, name: string): Block[] {
  const codes = codesByEnvelope(api).get(name) ?? [];
  if (Object.keys(api.envelopes).length === 1 || codes.length === 0) return [];
  const [usual, own] = [codes.filter(({ envelope }) => envelope === undefined), codes.filter((it) => it.envelope)];
  const inDomains = new Set(usual.map(({ domain }) => domain));
  const domains = api.domains.filter(({ id }) => inDomains.has(id));
  const users: Content[] = [
    ...domains.map(({ id, title }): Content => [{ kind: 'domain', domain: id, text: title }]),
    ...own.slice(0, MOST_OWN).map(({ code }): Content => [{ kind: 'code', code }]),
    ...(own.length > MOST_OWN ? [[text(`${own.length - MOST_OWN} more`)]] : []),
  ];
  return [paragraph(text(t.envelopeCodes), ...users.flatMap((it, i) => [...(i > 0 ? [text(', ')] : []), ...it]))];
}

/** The fields of an envelope, whether there may be others, and its headers. */
export function envelopeTables(envelope: Envelope): Block[] {
  return [
    ...formatNote(envelope),
    fieldTable(envelope.fields, t.envelope),
    ...severalNote(envelope),
    paragraph(text(envelope.closed ? t.closed : t.open)),
    ...headerBlocks(envelope),
  ];
}

/** How the body is written where it isn't JSON, and where the code is if it's in a header. */
function formatNote(envelope: Envelope): Block[] {
  const format = formatOf(envelope);
  const header = codeHeader(envelope);
  const hasAttributes = deepFields(envelope.fields).some(({ pointer }) => /\/(?:@|#text$)/.test(pointer));
  return [
    ...(format === 'xml' ? [paragraph(text(hasAttributes ? t.xml + t.attributes : t.xml))] : []),
    ...(format === 'text' ? [paragraph(text(t.plainText), literal(envelope.text ?? ''))] : []),
    ...(header ? [paragraph(text(t.inHeader), literal(header.name), text('.'))] : []),
  ];
}

/** Where the codes are if a response may report several errors. */
function severalNote({ fields }: Envelope): Block[] {
  const places = withRole(fields, 'code').map(({ pointer }) => dotted(pointer));
  const shown = [...new Set(places)].filter((it) => it.includes('[]'));
  return shown.map((place) => paragraph(text(t.several), literal(place), text('.')));
}

/** The code whose response has nothing but the envelope; undefined if there is none. */
export function plainestCode(api: Api, envelope: Envelope): Code | undefined {
  const plain = api.codes.filter(
    (it) =>
      it.fields.length === 0 && !it.retired && memberOf(api.envelopes, envelopeNameOf(api, it) ?? '') === envelope,
  );
  return plain.find((it) => it.envelope === undefined) ?? plain[0];
}

/** The example responses of a code, without their names where there is one. */
export function exampleBlocks(api: Api, code: Code | undefined, setting: Setting): Block[] {
  const examples = code ? examplesOf(api, code, setting.code(code.code)) : [];
  return examples.length > 0 ? [{ kind: 'responses', examples }] : [];
}

/** The headers of every error response with this envelope. */
export function headerBlocks({ headers = {} }: Envelope): Table[] {
  const rows = Object.entries(headers).map(([name, it]) => [
    [literal(name)],
    [literal(it.example)],
    [prose(it.meaning), ...partNote(it)],
  ]);
  const { header, example, meaning } = table;
  return rows.length > 0
    ? [{ kind: 'table', label: documentTexts.code.headers, heads: [header, example, meaning], rows }]
    : [];
}

/** A group of states with its id: what goes through them, and each with the codes that are seen in it. */
export function stateBlocks(api: Api, id: string, { title, summary, values }: StateGroup): Block[] {
  const seenIn = new Map<string, Code[]>(Object.keys(values).map((name) => [name, []]));
  for (const code of api.codes) for (const name of new Set(code.states)) seenIn.get(name)?.push(code);
  const rows = Object.entries(values).map(([name, { meaning, terminal }]) => [
    [
      { kind: 'state-name' as const, state: name, group: id },
      ...(terminal ? [text(' '), { kind: 'mark' as const, text: table.terminal }] : []),
    ],
    [prose(meaning)],
    firstIn(api, seenIn.get(name) ?? []),
  ]);
  const seen = rows.some(([, , codes = []]) => codes.length > 0);
  const heads = [table.state, table.meaning, ...(seen ? [table.codes] : [])];
  return [
    ...(summary ? [paragraph(prose(summary))] : []),
    { kind: 'table', label: title, heads, rows: rows.map((row) => row.slice(0, heads.length)) },
  ];
}

export function scopeTable({ scopes }: Api): Table {
  const rows = Object.entries(scopes).map(([name, { meaning }]) => [[literal(name)], [prose(meaning)]]);
  return { kind: 'table', label: t.scopes, heads: [table.scope, table.meaning], rows };
}

export function limitTable({ limits }: Api): Table {
  const rows = limits.map((limit) => [
    [text(limit.title)],
    [text(amountOf(limit))],
    [prose(limit.meaning ?? '')],
    codesIn((limit.codes ?? []).map((code) => ({ code }))),
  ]);
  return {
    kind: 'table',
    label: t.limits,
    heads: [table.appliesTo, table.limit, table.meaning, table.codes],
    rows,
  };
}

/** Such as `1,000 requests per minute`. */
function amountOf({ max, unit, per }: Limit): string {
  return `${max.toLocaleString(documentTexts.lang)} ${unit}${per ? ` per ${per}` : ''}`;
}

/** Every status of an API, with what it means there and how many codes have it. */
export function statusTable({ statuses, codes }: Api): Table {
  const counts = new Map<number | string, number>();
  for (const code of codes)
    for (const { status } of allStatuses(code)) counts.set(status, (counts.get(status) ?? 0) + 1);
  const rows = statuses.map((status) => [
    [{ kind: 'status' as const, status }],
    [prose(status.meaning ?? '')],
    [text(String(counts.get(status.status) ?? 0))],
  ]);
  return { kind: 'table', label: t.statuses, heads: [table.status, table.meaning, table.codes], rows };
}

/** Codes with what decides how to handle them. */
export function codeTable(api: Pick<Api, 'retryLabels'>, codes: readonly Code[], label: string): Table {
  const rows = codes.map((code) => [
    [{ kind: 'code' as const, code: code.code }, ...(code.names ?? []).flatMap((name) => [text(', '), literal(name)])],
    [
      text(
        allStatuses(code)
          .map(({ status }) => status)
          .join(', '),
      ),
    ],
    [text(retryLabel(api, code))],
    [prose(leadOf(code.meaning))],
    [prose(leadOf(code.remediation[0] ?? ''))],
  ]);
  return {
    kind: 'table',
    label,
    heads: [table.code, table.status, table.retry, table.meaning, table.whatToDo],
    rows,
  };
}

/** How many codes a page or file lists beside other things: more have pages and files of their own, by domain. */
export const MOST_LISTED = 200;

/** Such as `12 codes`. */
export function countOf(codes: readonly Code[]): string {
  return counted(codes.length, 'code');
}

/** Codes in a row, with commas. */
export function codesIn(codes: readonly { code: string }[]): Content {
  return codes.flatMap(({ code }, index) => [...(index > 0 ? [text(', ')] : []), { kind: 'code' as const, code }]);
}

/** How many codes a cell has where the API has so many that the cells together would be too long for a page. */
const MOST_IN_CELL = 50;

/** Codes in a row; of an API with many codes the first, and how many more there are. */
function firstIn({ codes: all }: Api, codes: readonly Code[]): Content {
  const shown = all.length > MOST_LISTED ? codes.slice(0, MOST_IN_CELL) : codes;
  const rest = codes.slice(shown.length);
  return [...codesIn(shown), ...(rest.length > 0 ? [text(table.more(rest.length))] : [])];
}
