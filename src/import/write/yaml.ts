import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { readYaml } from '../../load/index.ts';
import type { Json } from '../../model/schema/field.ts';

/** Fields to write into the entry of a code, which is new if `isNew`. */
export interface Fields {
  code: string;
  isNew: boolean;
  fields: ReadonlyMap<string, Json>;
}

const WIDEST = 120;

/** A change of a text: what is from `start` to `end` is replaced. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

/** An entry as it is written, each line after the indentation. */
export function entryText(code: string, fields: ReadonlyMap<string, Json>, indent: string): string {
  return indented(linesOf(code, Object.fromEntries(fields), indent), indent);
}

function linesOf(key: string, value: Json, indent: string): string {
  const document = new Document({ [key]: value });
  const own = isMap(document.contents) ? document.contents.items[0]?.value : undefined;
  for (const name of ['status', 'names', key]) {
    const list = name === key ? own : isMap(own) ? own.get(name, true) : undefined;
    const isShort = isSeq(list) && list.items.every((it) => isScalar(it) && String(it.value).length < 20);
    if (isSeq(list) && isShort && key !== 'causes' && key !== 'remediation') list.flow = true;
  }
  return document.toString({ lineWidth: WIDEST - indent.length, flowCollectionPadding: false }).trimEnd();
}

function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `${indent}${line}`))
    .join('\n');
}

/** A file of YAML with fields written into its entries. What isn't written stays as it is, to the letter. */
export function editYaml(text: string, edits: readonly Fields[]): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const spliced = splicesOf(text, edits)
    .sort((a, b) => b.start - a.start)
    .reduce(
      (it, { start, end: until, text: own }) => it.slice(0, start) + own.replaceAll('\n', end) + it.slice(until),
      text,
    );
  return says(spliced, edits) ? spliced : rewritten(text, edits);
}

/** True where every field is in the text as it was to be written. */
function says(text: string, edits: readonly Fields[]): boolean {
  const { value, problems } = readYaml({ path: '', text });
  const codes: unknown = Object(value).codes;
  return (
    problems.length === 0 &&
    edits.every(({ code, fields }) =>
      [...fields].every(([field, it]) => JSON.stringify(Object(Object(codes)[code])[field]) === JSON.stringify(it)),
    )
  );
}

function splicesOf(text: string, edits: readonly Fields[]): Splice[] {
  const codes = codesIn(parseDocument(text, { uniqueKeys: false }));
  const last = codes?.items.at(-1);
  if (!codes || !last || codes.flow) return [];
  const indent = indentAt(text, startOf(codes.items[0]));
  const added = edits.filter(({ isNew }) => isNew).map(({ code, fields }) => entryText(code, fields, indent));
  const [first, second] = codes.items;
  const isParted = !second || /\n[ \t]*\r?\n/.test(text.slice(endOf(text, first), startOf(second)));
  const end = endOf(text, last);
  const splices = edits
    .filter(({ isNew }) => !isNew)
    .flatMap(({ code, fields }) => fieldSplices(text, pairOf(codes, code)?.value, fields));
  if (added.length === 0) return splices;
  const between = isParted ? '\n\n' : '\n';
  return [...splices, { start: end, end, text: `${between}${added.join(between)}${end === text.length ? '\n' : ''}` }];
}

function fieldSplices(text: string, entry: unknown, fields: ReadonlyMap<string, Json>): Splice[] {
  const last = isMap(entry) ? entry.items.at(-1) : undefined;
  if (!isMap(entry) || entry.flow || !last) return [];
  const indent = indentAt(text, startOf(entry.items[0]));
  const end = endOf(text, last);
  return [...fields].map(([field, value]) => {
    const pair = pairOf(entry, field);
    const own = indented(linesOf(field, value, indent), indent);
    if (!pair) return { start: end, end, text: `\n${own}` };
    return { start: startOf(pair), end: valueEndOf(text, pair), text: own.slice(indent.length) };
  });
}

function codesIn(document: { contents: unknown }): YAMLMap | undefined {
  const codes = isMap(document.contents) ? pairOf(document.contents, 'codes')?.value : undefined;
  return isMap(codes) ? codes : undefined;
}

/** The pair with a key as it is written: `50035` is a text here, as codes are. */
function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(({ key: it }) => isScalar(it) && (it.source ?? String(it.value)) === key);
}

function startOf(pair: Pair | undefined): number {
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

/** Where the value of a pair ends, without the line end that a block has. */
function valueEndOf(text: string, pair: Pair): number {
  const { value } = pair;
  const isNode = isScalar(value) || isMap(value) || isSeq(value);
  const end = (isNode ? value.range?.[1] : undefined) ?? startOf(pair);
  return text.slice(0, end).trimEnd().length;
}

/** Where the last line of a pair ends, with the comment that it may have. */
function endOf(text: string, pair: Pair | undefined): number {
  const end = pair ? valueEndOf(text, pair) : text.length;
  const line = text.indexOf('\n', end);
  const until = line < 0 ? text.length : line;
  return text.charAt(until - 1) === '\r' ? until - 1 : until;
}

function indentAt(text: string, offset: number): string {
  return ' '.repeat(offset - (text.lastIndexOf('\n', offset - 1) + 1));
}

/** The same by way of the parser's document, which keeps comments but not every space: for mappings in braces and the like. */
function rewritten(text: string, edits: readonly Fields[]): string {
  const document = parseDocument(text, { uniqueKeys: false });
  const codes = codesIn(document);
  for (const { code, fields } of edits) {
    const entry = codes && pairOf(codes, code);
    if (isMap(entry?.value)) for (const [field, value] of fields) entry.value.set(field, document.createNode(value));
    else codes?.set(document.createNode(code), document.createNode(Object.fromEntries(fields)));
  }
  return document.toString({ lineWidth: WIDEST, flowCollectionPadding: /\{ /.test(text) });
}

/** A file of an API with one more domain at the end of its list. */
export function withDomainInYaml(text: string, id: string): string {
  const document = parseDocument(text, { uniqueKeys: false });
  const list = isMap(document.contents) ? document.contents.get('domains', true) : undefined;
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (isSeq(list) && isScalar(last) && last.range) {
    const [start, end] = last.range;
    if (list.flow) return `${text.slice(0, end)}, ${id}${text.slice(end)}`;
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
    return `${text.slice(0, end)}${text.includes('\r\n') ? '\r\n' : '\n'}${line}${id}${text.slice(end)}`;
  }
  document.addIn(['domains'], id);
  return document.toString({ lineWidth: WIDEST });
}
