import { CODE_SPANS } from '../../model/code-span.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A phrase of the vocabulary in a text. */
export interface FoundPhrase {
  /** Offset into the text, in UTF-16 units. */
  index: number;
  /** The phrase as it is in the text. */
  text: string;
  /** What to write instead; empty where it can be left out. */
  write: string;
  /** Why, as a clause that follows the phrase. */
  why: string;
}

/**
 * What is not the author's own prose: code spans, what is quoted, the targets of links, tags and addresses. No alternative
 * reads past where the next one could start, so that a long text takes no longer than its length.
 */
const NOT_PROSE = new RegExp(
  `${CODE_SPANS.source}|"[^"\\n]*"|“[^“”]*”|\\]\\([^()\\s]*\\)|<[^<>\\n]*>|\\b(?:https?://|www\\.|mailto:)[^\\s)]+`,
  'g',
);

const PATTERNS = VOCABULARY.map(({ find, write, why }) => {
  const source = `(?<![\\w-])(?:${find})(?![\\w-])`.replaceAll(' ', '\\s+');
  return { pattern: new RegExp(source, 'gi'), write, why };
});

/** Markdown with its code replaced by as many backticks. */
export function withoutCode(markdown: string): string {
  return markdown.replace(CODE_SPANS, (it) => '`'.repeat(it.length));
}

/** The phrases of the vocabulary in a paragraph of Markdown or a plain text, in the order of their places. */
export function phrasesIn(text: string): FoundPhrase[] {
  const prose = text.replace(NOT_PROSE, (it) => '`'.repeat(it.length));
  return PATTERNS.flatMap(({ pattern, write, why }) =>
    [...prose.matchAll(pattern)].map((match) => ({
      index: match.index,
      text: match[0],
      write: likeFirst(
        match[0],
        write.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? ''),
      ),
      why,
    })),
  ).sort((a, b) => a.index - b.index);
}

/** A text with a capital where another one has it. */
function likeFirst(original: string, text: string): string {
  const first = original.charAt(0);
  return first === first.toLowerCase() ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
