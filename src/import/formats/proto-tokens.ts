import type { Range } from '../../load/index.ts';
import { commentText } from './comment.ts';

/** A word, number, string or character of a `.proto` file, with the comments around it. */
export interface ProtoToken {
  text: string;
  at: Range;
  /** The comment that ends on the line before, without its marks. */
  before: string;
  /** Set on the last token of a line that a comment follows. */
  after: string;
}

const TOKEN =
  /(?<space>\s+)|(?<line>\/\/[^\n]*)|(?<block>\/\*[\s\S]*?(?:\*\/|$))|(?<word>[\w.-]+)|(?<text>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(?<other>[\s\S])/g;

/** The tokens of a `.proto` file (Protocol Buffers language specification, lexical elements). */
export function protoTokens(text: string): ProtoToken[] {
  const tokens: ProtoToken[] = [];
  let comment: string[] = [];
  for (const { 0: written, index, groups = {} } of text.matchAll(TOKEN)) {
    if (groups.space !== undefined) {
      // a blank line parts a comment from what follows
      if (/\n[ \t\r]*\n/.test(written)) comment = [];
      continue;
    }
    if (groups.line !== undefined || groups.block !== undefined) {
      const last = tokens.at(-1);
      const isAfter = last && !text.slice(last.at[1], index).includes('\n') && comment.length === 0;
      if (isAfter) last.after = commentText(written);
      else comment.push(commentText(written));
      continue;
    }
    const before = comment.join('\n').trim();
    tokens.push({ text: written, at: [index, index + written.length], before, after: '' });
    comment = [];
  }
  return tokens;
}
