import { hasBlocks } from '../../index.ts';
import { spansOf, spansOfTokens } from '../../site/markdown.ts';
import { type ProseBlock, proseTree } from '../../site/prose-tree.ts';
import { visible } from './visible.ts';
import { type Setting, spanLines } from './wrap.ts';

/** Markdown as lines: `first` stands before the first one, and as many spaces before the others. */
export function proseLines(markdown: string, setting: Setting, first = ''): string[] {
  return hasBlocks(markdown)
    ? treeLines(proseTree(markdown), setting, first)
    : spanLines(spansOf(markdown), setting, first);
}

/** Blocks as lines; a blank line is between two of them unless the second is a list. */
function treeLines(blocks: readonly ProseBlock[], setting: Setting, first: string): string[] {
  const rest = ' '.repeat(first.length);
  return blocks.flatMap((block, index) => [
    ...(index > 0 && block.kind !== 'list' ? [''] : []),
    ...oneBlock(block, setting, index === 0 ? first : rest),
  ]);
}

function oneBlock(block: ProseBlock, setting: Setting, first: string): string[] {
  const rest = ' '.repeat(first.length);
  switch (block.kind) {
    case 'paragraph':
      return spanLines(spansOfTokens(block.inside), setting, first);
    case 'heading':
      return spanLines(spansOfTokens(block.inside), setting, first).map((line) => setting.paint('bold', line));
    case 'quote':
      return treeLines(block.blocks, setting, `${first}  `);
    case 'code':
      return block.text.split('\n').map((line, index) => `${index === 0 ? first : rest}  ${visible(line)}`.trimEnd());
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.start === undefined ? '-' : `${block.start + index}.`;
        return treeLines(item, setting, `${index === 0 ? first : rest}${mark} `);
      });
    case 'table':
      return block.rows.flatMap((row, index) => {
        const spans = row.flatMap((cell, column) => [
          ...(column > 0 ? [{ kind: 'text' as const, text: ' | ' }] : []),
          ...spansOfTokens(cell),
        ]);
        const lines = spanLines(spans, setting, index === 0 ? first : rest);
        return index === 0 ? lines.map((line) => setting.paint('bold', line)) : lines;
      });
  }
}
