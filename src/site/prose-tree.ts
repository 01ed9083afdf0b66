import type { Token } from 'markdown-it';
import { hasBlocks } from '../index.ts';
import { inlineTokens, simpleParts, tokensOf } from './markdown.ts';

/** A block of prose for a place without HTML. */
export type ProseBlock =
  | { kind: 'paragraph'; inside: Token[] }
  | { kind: 'heading'; inside: Token[] }
  /** `start` is the number of the first item; undefined for one without numbers. */
  | { kind: 'list'; start: number | undefined; items: ProseBlock[][] }
  /** The first row has the names of the columns. */
  | { kind: 'table'; rows: Token[][][] }
  | { kind: 'quote'; blocks: ProseBlock[] }
  | { kind: 'code'; text: string };

/** Prose in blocks. */
export function proseTree(text: string): ProseBlock[] {
  return treeOf(tokensOf(text));
}

function treeOf(tokens: readonly Token[]): ProseBlock[] {
  return groupsOf(tokens).flatMap(([open, ...inside]): ProseBlock[] => {
    switch (open?.type) {
      case 'paragraph_open':
        return [{ kind: 'paragraph', inside: insideOf(inside) }];
      case 'heading_open':
        return [{ kind: 'heading', inside: insideOf(inside) }];
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const items = groupsOf(inside.slice(0, -1)).map((item) => treeOf(item.slice(1, -1)));
        const start = open.type === 'ordered_list_open' ? Number(open.attrGet('start') ?? 1) : undefined;
        return [{ kind: 'list', start, items }];
      }
      case 'blockquote_open':
        return [{ kind: 'quote', blocks: treeOf(inside.slice(0, -1)) }];
      case 'table_open': {
        const rows = groupsOf(inside.slice(0, -1)).flatMap((part) => groupsOf(part.slice(1, -1)));
        return [{ kind: 'table', rows: rows.map((row) => groupsOf(row.slice(1, -1)).map(insideOf)) }];
      }
      case 'fence':
      case 'code_block':
        return [{ kind: 'code', text: open.content.replace(/\n$/, '') }];
      default:
        return [];
    }
  });
}

/** Tokens in groups: each is one token, or what is between an opening one and its closing one, both included. */
function groupsOf(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) groups.push([]);
    groups.at(-1)?.push(token);
    depth += token.nesting;
  }
  return groups;
}

function insideOf(tokens: readonly Token[]): Token[] {
  return tokens.flatMap(({ children }) => children ?? []);
}

/**
 * Prose as plain text in parts: every second one, from the second on, is code. Blocks, items and rows are on lines of their
 * own; a text of one paragraph is on one line.
 */
export function plainParts(text: string): string[] {
  const parts = hasBlocks(text) ? partsOfTree(text) : (simpleParts(text) ?? partsOfTree(text));
  return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
}

function partsOfTree(text: string): string[] {
  const parts = [''];
  const say = (plain: string) => {
    parts[parts.length - 1] += plain;
  };
  const sayCode = (code: string) => parts.push(code, '');
  const sayInside = (tokens: readonly Token[]) => {
    for (const { type, content } of tokens) {
      if (type === 'code_inline') sayCode(content);
      else say(type.endsWith('break') ? ' ' : content);
    }
  };
  const sayBlocks = (blocks: readonly ProseBlock[], indent: string): void => {
    for (const [index, block] of blocks.entries()) {
      if (index > 0) say(`\n${indent}`);
      if (block.kind === 'paragraph' || block.kind === 'heading') sayInside(block.inside);
      else if (block.kind === 'code') sayCode(block.text.replaceAll('\n', `\n${indent}`));
      else if (block.kind === 'quote') sayBlocks(block.blocks, indent);
      else if (block.kind === 'list')
        for (const [place, item] of block.items.entries()) {
          say(`${place > 0 ? `\n${indent}` : ''}${block.start === undefined ? '•' : `${block.start + place}.`} `);
          sayBlocks(item, `${indent}  `);
        }
      else
        for (const [place, row] of block.rows.entries()) {
          if (place > 0) say(`\n${indent}`);
          for (const [column, cell] of row.entries()) {
            if (column > 0) say(' | ');
            sayInside(cell);
          }
        }
    }
  };
  if (hasBlocks(text)) sayBlocks(proseTree(text), '');
  else sayInside(inlineTokens(text));
  return parts;
}
