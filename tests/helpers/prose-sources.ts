import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './fixture.ts';
import type { Prose } from './prose-lint.ts';

/** The files below a folder of the project with one of these endings, by their paths from the project's folder. */
export function filesBelow(folder: string, ...endings: string[]): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.includes(extname(name)))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

/** A file that is Markdown from its first line to its last. */
export function markdownOf(file: string): Prose[] {
  return [{ file, line: 1, markdown: readFileSync(join(ROOT, file), 'utf8') }];
}

/** What a program in TypeScript says: its comments, and its strings and templates that are more than one word. */
export function textsOfProgram(file: string): Prose[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = new Map<number, Prose>();
  const add = (position: number, words: string) => {
    if (!/\p{L}\S*\s+\S*\p{L}/u.test(words)) return;
    const line = source.getLineAndCharacterOfPosition(position).line + 1;
    found.set(position, { file, line, markdown: unindented(words) });
  };
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.pos) ?? [])
      add(pos, commentOf(text.slice(pos, end)));
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) add(node.getStart(), node.text);
    else if (ts.isTemplateExpression(node)) add(node.getStart(), templateOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found.values()];
}

/** The comments of a file in which they go from a mark to the end of the line, and the texts in triple quotes. */
export function commentsOf(file: string, mark: '#' | '//'): Prose[] {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
  const pattern = new RegExp(`(?:^|\\s)${mark}+\\s(.*)$|"""(.*?)(?:"""|$)`);
  return [{ file, line: 1, markdown: lines.map((line) => pattern.exec(line)?.slice(1).join('') ?? '').join('\n') }];
}

/** A template as a text, with three dots for what is filled in. */
function templateOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function commentOf(comment: string): string {
  return comment.replace(/^\/\*+|\*+\/$|^\/\/+/g, '').replace(/^[ \t]*\* ?/gm, '');
}

/** Lines without what would make them, or those after them, a program in Markdown. */
function unindented(text: string): string {
  return text.replace(/^[ \t]+/gm, '').replace(/```|~~~/g, '');
}
