import { readText } from '../model/envelope/text-body.ts';
import { findHeads, type Head } from './http-head.ts';
import { type Break, type Range, scanJson, unescaped } from './json-scan.ts';
import { scanXml } from './xml-scan.ts';

/** JSON inside of JSON inside of JSON: nobody escapes deeper on purpose. */
const DEEPEST = 4;

/** No log holds so many bodies; a text made of brackets does. */
const MOST_BODIES = 20_000;

/** A plain text is no longer than this. */
const LONGEST_TEXT = 20_000;

/** How much of a line beside a body is looked at for a status. */
const BESIDE = 400;

export interface JsonObject {
  [key: string]: unknown;
}

/** What the line around a body says of its response. */
export interface Beside {
  status?: number | undefined;
  retryAfter?: string | undefined;
}

/** A body in a text, with what stands around it. */
export interface FoundBody extends Range {
  value: JsonObject | unknown[];
  /** True where it was read from plain text, which fits by accident more easily. */
  isText?: boolean;
  /** The head of the response, where it was pasted too. */
  head?: Head | undefined;
  beside: Beside;
}

export interface FoundParts {
  heads: Head[];
  bodies: FoundBody[];
  breaks: Break[];
}

/** How bodies are written that aren't JSON: the root elements of XML, and the parts of plain texts. */
export interface OtherForms {
  roots: ReadonlySet<string>;
  texts: readonly (readonly string[])[];
  /** Headers with a code, in lower case: a response with one of them needs no body. */
  codeHeaders: ReadonlySet<string>;
}

/** Everything in a text that may belong to a response. */
export function findParts(text: string, forms: OtherForms): FoundParts {
  const heads = findHeads(text);
  const parts: FoundParts = { heads, bodies: [], breaks: [] };
  let from = 0;
  let head: Head | undefined;
  // what is in a head is not a body, even if it looks like one
  for (const next of [...heads, undefined]) {
    findBodies(text, from, next?.start ?? text.length, head, parts, forms);
    from = next?.end ?? text.length;
    head = next;
  }
  return parts;
}

function findBodies(
  text: string,
  from: number,
  to: number,
  head: Head | undefined,
  parts: FoundParts,
  forms: OtherForms,
): void {
  const { values, escaped, breaks } = scanJson(text, from, to);
  for (const found of breaks) parts.breaks.push(found);
  const bodies = [
    ...values.map((range) => ({ range, values: parsed(text.slice(range.start, range.end)) })),
    ...escaped.map((range) => ({ range, values: embedded(unescaped(text.slice(range.start, range.end)), 1) })),
    ...scanXml(text, forms.roots, from, to).map(({ value, ...range }) => ({ range, values: [value] })),
  ].sort((a, b) => a.range.start - b.range.start);
  let free = head;
  let reached = from;
  for (const { range, values } of bodies) {
    if (parts.bodies.length >= MOST_BODIES) return;
    // JSON in XML, or XML in a string of JSON, is a part of what is around it
    if (range.start < reached) continue;
    reached = range.end;
    for (const value of values) {
      parts.bodies.push({ ...range, value, head: free, beside: free ? {} : besideOf(text, range) });
    }
    // a response has one body; what follows it came from elsewhere
    if (values.length > 0) free = undefined;
  }
  const isWhole = head !== undefined || (from === 0 && to === text.length);
  if (bodies.length > 0 || !isWhole) return;
  const value = plainBody(text.slice(from, to), forms);
  const isCoded = [...forms.codeHeaders].some((name) => head?.headers.has(name));
  if (value) parts.bodies.push({ start: from, end: to, value, head, beside: {}, isText: true });
  else if (isCoded) parts.bodies.push({ start: from, end: from, value: {}, head, beside: {} });
}

/** What a plain text, or its first line, says in one of the forms that bodies have. */
function plainBody(text: string, { texts }: OtherForms): JsonObject | undefined {
  const whole = text.slice(0, LONGEST_TEXT).trim();
  const [line = ''] = whole.split('\n', 1);
  for (const given of new Set([whole, line.trimEnd()])) {
    const found = texts.map((parts) => readText(given, parts)).find((it) => it !== undefined);
    if (found) return found;
  }
  return undefined;
}

function parsed(json: string): (JsonObject | unknown[])[] {
  // brackets without a text in them, such as the index of a list, are no body
  if (!json.includes('"')) return [];
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? [value as JsonObject] : [];
  } catch {
    return [];
  }
}

/** Every JSON object and array in a text that was itself a string in something else. */
export function embedded(text: string, depth: number): (JsonObject | unknown[])[] {
  if (depth > DEEPEST || !text.includes('"')) return [];
  const { values, escaped } = scanJson(text);
  return [
    ...values.flatMap(({ start, end }) => parsed(text.slice(start, end))),
    ...escaped.flatMap(({ start, end }) => embedded(unescaped(text.slice(start, end)), depth + 1)),
  ];
}

/** The status and the delay that stand on the line of a body, or on the line before a body that has its line alone. */
function besideOf(text: string, { start, end }: Range): Beside {
  const earliest = Math.max(0, start - BESIDE);
  let before = text.slice(earliest, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/^\s*$/.test(line)) before = before.trimEnd();
  before = before.slice(before.lastIndexOf('\n') + 1);
  const rest = text.slice(end, end + BESIDE);
  const after = rest.slice(0, rest.search(/\n|$/)).split(/[{[]/)[0]!;
  return besideIn(`${before} ${after}`);
}

const STATUSES = [
  /\bHTTP\/\d(?:\.\d)?"? +([1-5]\d\d)\b/i,
  /\bstatus(?:[ _-]?code)?["']? ?[=:]? ?["']?([1-5]\d\d)\b/i,
  /\bHTTP ?([1-5]\d\d)\b/i,
  /\b(?:failed|returned|answered|responded|got|with|error|answer) (?:with )?([45]\d\d)\b/i,
  /(?:->|→|=>) ?([1-5]\d\d)\b/,
  /\b([45]\d\d) (?:[A-Z][a-z]+|OK)\b/,
  /^ *([45]\d\d)\b/,
];

/** What a line of a log says of a response. */
export function besideIn(line: string): Beside {
  const shown = STATUSES.map((pattern) => pattern.exec(line)?.[1]).find((status) => status !== undefined);
  const [, retryAfter] = /\bretry[-_ ]?after["']?\s{0,3}[=:]\s{0,3}["']?(\d{1,9})\b/i.exec(line) ?? [];
  return { status: shown === undefined ? undefined : Number(shown), retryAfter };
}
