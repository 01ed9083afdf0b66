import { type Block, type CodeLink, type Content, type Inline, responseText, statusText } from '../../index.ts';
import { type Span, spansOf } from '../../site/markdown.ts';
import { texts } from '../../site/texts.ts';
import { proseLines } from './prose.ts';
import { visible } from './visible.ts';
import { type Setting, spanLines } from './wrap.ts';

/** A block of a document as lines that begin with `indent`. */
export function blockLines(block: Block, setting: Setting, indent: string): string[] {
  const content = (some: Content, first = indent) => {
    const [only, ...others] = some;
    return only?.kind === 'prose' && others.length === 0
      ? proseLines(only.markdown, setting, first)
      : spanLines(spansOfContent(some), setting, first);
  };
  switch (block.kind) {
    case 'prose':
      return proseLines(block.markdown, setting, indent);
    case 'heading':
      return content(block.content).map((line) => setting.paint('bold', line));
    case 'paragraph':
      return content(block.content);
    case 'list': {
      const width = String(block.items.length).length;
      const mark = (index: number) => (block.ordered ? `${String(index + 1).padStart(width)}.` : '-');
      return block.items.flatMap((item, index) => content(item, `${indent}${mark(index)} `));
    }
    case 'table':
      return block.rows.flatMap(([first = [], ...cells]) => [
        ...content(first),
        ...cells.flatMap((cell, index) =>
          content([{ kind: 'text', text: `${block.heads[index + 1]}: ` }, ...cell], `${indent}  `),
        ),
      ]);
    case 'responses':
      return block.examples.flatMap(({ name, response }) => [
        ...(name === '' ? [] : [`${indent}${visible(name)}:`]),
        ...programLines(responseText(response), indent),
      ]);
    case 'codes':
      return block.codes.flatMap((link) => content(contentOfLink(link)));
    case 'program':
      return programLines(block.text, indent);
  }
}

/** Line by line, because a line end within a text would begin a line of its own. */
function programLines(text: string, indent: string): string[] {
  return text.split('\n').map((line) => `${indent}${visible(line)}`.trimEnd());
}

function contentOfLink({ code, lifecycle, line }: CodeLink): Content {
  const state = lifecycle ? ` (${texts.marks[lifecycle].toLowerCase()})` : '';
  return [{ kind: 'code', code }, { kind: 'text', text: `${state}${line ? ': ' : ''}` }, ...(line ? [line] : [])];
}

/** Content in the styles that a terminal has. */
export function spansOfContent(content: Content): Span[] {
  return content.flatMap(spansOfInline);
}

function spansOfInline(inline: Inline): Span[] {
  const plain = (text: string): Span[] => [{ kind: 'text', text }];
  const code = (text: string): Span[] => [{ kind: 'code', text }];
  switch (inline.kind) {
    case 'prose':
      return spansOf(inline.markdown);
    case 'strong':
      return [{ kind: 'strong', text: inline.text }];
    case 'mark':
      return plain(`(${inline.text})`);
    case 'literal':
      return code(inline.text);
    case 'code':
    case 'version-code':
      return code(inline.code);
    case 'envelope':
      return code(inline.envelope);
    case 'state':
    case 'state-name':
      return code(inline.state);
    case 'term':
      return [...code(inline.name), ...(inline.meaning ? [...plain(': '), ...spansOf(inline.meaning)] : [])];
    case 'status':
      return plain(statusText(inline.status));
    case 'moment':
      return plain(inline.moment);
    case 'link':
      return plain(`${inline.text} (${inline.href})`);
    default:
      return plain(inline.text);
  }
}
