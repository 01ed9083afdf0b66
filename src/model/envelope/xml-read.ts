/*
 * A small reader of XML for bodies of errors. It knows elements, attributes, text, CDATA, comments and instructions, and the five
 * entities of XML 1.0 (4.6). A document type ends it: nothing declares an entity, so nothing is ever expanded.
 */

/** Deeper than this no error body is nested. */
const DEEPEST = 64;
/** No error body is longer. */
const LONGEST = 200_000;

/** A comment, CDATA, an instruction, an end, a start or text; each alternative reads a character once. */
const PIECE =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?][^\s<>/]*)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What XML says, as JSON would: an element is a text, or an object of what is in it. */
export type XmlValue = string | XmlValue[] | { [name: string]: XmlValue };

interface Element {
  name: string;
  members: Map<string, XmlValue>;
  text: string;
}

/**
 * The element that starts at a place of a text, as an object with its name, and where it ends; undefined where there is no whole one.
 * Attributes have an @ before their names, and `#text` is the text of an element that has something else.
 */
export function readElement(
  text: string,
  start: number,
): { body: { [name: string]: XmlValue }; end: number } | undefined {
  const part = text.slice(start, start + LONGEST);
  const open: Element[] = [];
  const piece = new RegExp(PIECE);
  for (let match = piece.exec(part); match && open.length <= DEEPEST; match = piece.exec(part)) {
    const [, cdata, closed, started, attributes = '', isEmpty, plain] = match;
    const here = open.at(-1);
    if (here && (cdata !== undefined || plain !== undefined)) here.text += cdata ?? unescaped(plain ?? '');
    if (!here && started === undefined) return undefined;
    if (started !== undefined) open.push({ name: started, members: attributesIn(attributes), text: '' });
    if (closed !== undefined && here?.name !== closed) return undefined;
    if (closed === undefined && isEmpty !== '/') continue;
    const done = open.pop();
    const above = open.at(-1);
    if (!done) return undefined;
    if (!above) return { body: Object.fromEntries([[done.name, contentOf(done)]]), end: start + piece.lastIndex };
    add(above.members, done.name, contentOf(done));
  }
  return undefined;
}

function attributesIn(text: string): Map<string, XmlValue> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]): [string, string] => [
    `@${name}`,
    unescaped(double ?? single ?? ''),
  ]);
  return new Map(pairs);
}

function contentOf({ members, text }: Element): XmlValue {
  if (members.size === 0) return text;
  return Object.fromEntries(text.trim() === '' ? members : [...members, ['#text', text]]);
}

function add(members: Map<string, XmlValue>, name: string, value: XmlValue): void {
  const before = members.get(name);
  if (Array.isArray(before)) before.push(value);
  else members.set(name, before === undefined ? value : [before, value]);
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (all, name, decimal, hex) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}
