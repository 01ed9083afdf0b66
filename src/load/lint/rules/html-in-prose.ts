import type { Finding } from '../../rule.ts';
import { withoutCode } from '../phrases.ts';
import type { Rule } from '../rule.ts';
import { isOurs, type Text, textsOfApprovals } from '../texts.ts';
import { wordIn } from '../word-in.ts';

export const htmlInProse: Rule = {
  id: 'html-in-prose',
  level: 'warning',
  summary: 'Texts contain no HTML, because pages show tags as plain text and never run them.',
  check: (api, texts) =>
    [...texts(), ...textsOfApprovals(api)].filter((it) => isOurs(it) && it.text.includes('<')).flatMap(findingsIn),
};

function findingsIn({ text, prose, at }: Text): Finding[] {
  const tags = tagsIn(prose ? withoutCode(text) : text);
  const [first] = tags;
  if (!first) return [];
  const names = [...new Set(tags.map(({ name }) => name))];
  const fixes = [...new Set(names.map((name) => (prose ? (MARKDOWN[name] ?? REMOVE) : REMOVE)))];
  return [
    {
      at: wordIn(at, first.tag),
      message: `This text contains HTML (${names.map((name) => `\`<${name}>\``).join(', ')}), which pages show as plain text.`,
      fix: `${fixes.join(' ')}${prose ? ' Put a tag that is meant as text in backticks.' : ''}`,
    },
  ];
}

const REMOVE = 'Remove the tags.';

const BOLD = 'Write **bold** for bold text.';
const ITALIC = 'Write *italic* for italic text.';
const CODE = 'Put code in backticks.';
const LIST = 'Start each item of a list on its own line with `- ` or `1. `.';
const TABLE = 'Write a table with `|` between cells and `| --- |` below the heads.';
const PARAGRAPH = 'Leave a blank line between paragraphs.';
const BLOCK = 'Put a code block between lines of three backticks.';

/** What Markdown has in the place of an element; elements that are not here have no meaning that Markdown could keep. */
const MARKDOWN: Record<string, string> = {
  a: 'Write a link as [text](https://…).',
  b: BOLD,
  strong: BOLD,
  h1: BOLD,
  h2: BOLD,
  h3: BOLD,
  h4: BOLD,
  h5: BOLD,
  h6: BOLD,
  i: ITALIC,
  em: ITALIC,
  code: CODE,
  tt: CODE,
  kbd: CODE,
  samp: CODE,
  pre: BLOCK,
  ul: LIST,
  ol: LIST,
  li: LIST,
  table: TABLE,
  thead: TABLE,
  tbody: TABLE,
  tr: TABLE,
  td: TABLE,
  th: TABLE,
  p: PARAGRAPH,
  br: PARAGRAPH,
  hr: PARAGRAPH,
  blockquote: 'Start each line of a quotation with `> `.',
  img: 'Describe the picture in words, or link to it.',
};

/** Elements that are often written without an end. */
const OPEN = new Set(['p', 'br', 'hr', 'img', 'li', 'tr', 'td', 'th']);

/** Elements in place of which Markdown has nothing. */
const OTHERS =
  `u s del ins sub sup span div font center big small mark dl dt dd details summary iframe script style button input
  form video svg section`.split(/\s+/);
const ELEMENTS = new Set([...Object.keys(MARKDOWN), ...OTHERS]);

const TAG = /(?<!\\)<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi;

/** The tags of a text; not a placeholder such as `<code>` or `<id>`, which has neither attributes nor an end. */
function tagsIn(text: string): { tag: string; name: string }[] {
  const found = [...text.matchAll(TAG)]
    .map(([tag, name = '']) => ({ tag, name: name.toLowerCase() }))
    .filter(({ name }) => ELEMENTS.has(name));
  const ended = new Set(found.filter(({ tag }) => tag.startsWith('</')).map(({ name }) => name));
  return found.filter(({ tag, name }) => OPEN.has(name) || ended.has(name) || /[\s/]/.test(tag));
}
