// begin left out
import { typedText } from './typed.ts';

const XML_TYPES: { readonly [path: string]: string } = { 'Errors/Error': 'array', 'Errors/Error/Size': 'integer' };
// end left out

interface XmlElement {
  readonly name: string;
  readonly path: string;
  readonly members: Map<string, unknown>;
  text: string;
}

/** One piece of XML: a comment, CDATA, an instruction, an end, a start or text. A document type is none, so no entity is expanded. */
const XML_PIECE =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?][^\s<>/]*)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/g;
const XML_ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * An XML document as an object: elements by their names, attributes with @, the text beside attributes as #text. Undefined for
 * anything else, and past 64 levels.
 */
function xmlBody(text: string): unknown {
  const root: XmlElement = { name: '', path: '', members: new Map(), text: '' };
  const open = [root];
  let end = 0;
  for (const piece of text.trim().matchAll(XML_PIECE)) {
    const [, cdata, closed, started, attributes = '', isEmpty, plain] = piece;
    const isSecond = started !== undefined && open.length === 1 && root.members.size > 0;
    if (piece.index !== end || open.length > 64 || isSecond) return undefined;
    end += piece[0].length;
    const here = open[open.length - 1] ?? root;
    if (cdata !== undefined || plain !== undefined) here.text += cdata ?? xmlText(plain ?? '');
    if (started !== undefined) {
      const path = here.path === '' ? started : here.path + '/' + started;
      const element: XmlElement = { name: started, path, members: new Map(), text: '' };
      for (const [, name = '', double, single] of attributes.matchAll(XML_ATTRIBUTE)) {
        const value = xmlText(double ?? single ?? '');
        element.members.set('@' + name, typedText(value, XML_TYPES[path + '/@' + name]));
      }
      if (isEmpty === '/') addXml(here, element);
      else open.push(element);
    }
    if (closed !== undefined) {
      if (open.length < 2 || here.name !== closed) return undefined;
      open.pop();
      addXml(open[open.length - 1] ?? root, here);
    }
  }
  const isWhole = open.length === 1 && root.members.size === 1 && root.text.trim() === '';
  return isWhole && end === text.trim().length ? Object.fromEntries(root.members) : undefined;
}

function addXml(parent: XmlElement, { name, path, members, text }: XmlElement): void {
  const isPlain = members.size === 0;
  if (!isPlain && text.trim() !== '') members.set('#text', typedText(text, XML_TYPES[path + '/#text']));
  const value = isPlain ? typedText(text, XML_TYPES[path]) : Object.fromEntries(members);
  const before = parent.members.get(name);
  const isFirst = before === undefined;
  if (Array.isArray(before)) before.push(value);
  else if (isFirst) parent.members.set(name, XML_TYPES[path] === 'array' ? [value] : value);
  else parent.members.set(name, [before, value]);
}

const XML_ENTITIES: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function xmlText(text: string): string {
  return text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (all, name, decimal, hex) => {
    if (name !== undefined) return XML_ENTITIES[String(name)] ?? '';
    const point = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : String(all);
  });
}

// begin left out
export { xmlBody };
// end left out
