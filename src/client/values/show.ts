import { familyOf, type Json } from '../../browser.ts';
import { element } from '../element.ts';
import type { Filled } from './response.ts';

type Piece = Node | string;

/** A response as the page shows its examples, with the filled values marked. All of it is text. */
export function responseNodes({ statusLine, headers, body, pointers, names }: Filled): Piece[] {
  const json = jsonNodes(body, '', '\n', pointers);
  if (!statusLine) return json;
  const space = statusLine.indexOf(' ');
  const status = statusLine.slice(space + 1);
  return [
    `${statusLine.slice(0, space)} `,
    token(`status f${familyOf(Number.parseInt(status, 10))}`, status),
    ...headers.flatMap(([name, value]): Piece[] => [
      '\n',
      token('k', name),
      ': ',
      names.has(name) ? element('mark', {}, value) : value,
    ]),
    '\n\n',
    ...json,
  ];
}

function jsonNodes(value: Json, pointer: string, line: string, marked: Set<string>): Piece[] {
  if (marked.has(pointer)) return [element('mark', {}, ...jsonNodes(value, pointer, line, new Set()))];
  if (typeof value === 'string') return [token('s', JSON.stringify(value))];
  if (typeof value !== 'object' || value === null) return [token('n', JSON.stringify(value))];
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = `${line}  `;
  const members = Object.entries(value).map(([key, member]) => [
    inner,
    ...(Array.isArray(value) ? [] : [token('k', JSON.stringify(key)), ': ']),
    ...jsonNodes(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, inner, marked),
  ]);
  if (members.length === 0) return [open + close];
  return [open, ...members.flatMap((member, index) => (index === 0 ? member : [',', ...member])), line, close];
}

function token(name: string, text: string): HTMLElement {
  return element('span', { className: name }, text);
}
