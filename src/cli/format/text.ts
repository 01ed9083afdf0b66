import { styleText } from 'node:util';
import type { Diagnostic } from '../../registry/index.ts';
import type { Report } from './report.ts';

/** A report for a person at a terminal: each diagnostic with its lines and its fix, then one line that counts. */
export function formatText({ diagnostics, counts }: Report, colour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  return [...diagnostics.map((it) => `${formatOne(it, paint)}\n`), paint('bold', summary(counts))].join('\n');
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

function formatOne({ rule, level, file, start, frame, message, fix, also }: Diagnostic, paint: Paint): string {
  const head = `${paint('bold', `${file}:${start.line}:${start.column}`)}  ${paint(level === 'error' ? 'red' : 'yellow', level)}  ${rule}`;
  return [
    head,
    `  ${clean(message)}`,
    ...frameOf(frame, paint),
    ...also.flatMap((other) => [
      `  ${paint('dim', `${other.file}:${other.start.line}:${other.start.column}`)}  ${clean(other.message)}`,
      ...frameOf(other.frame, paint),
    ]),
    `  ${paint('cyan', 'Fix:')} ${clean(fix)}`,
  ].join('\n');
}

function frameOf(frame: string, paint: Paint): string[] {
  return frame ? frame.split('\n').map((line) => paint('dim', `    ${line}`)) : [];
}

function summary({ files, codes, errors, warnings }: Report['counts']): string {
  const count = (number: number, word: string) => `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;
  return `${count(files, 'file')}, ${count(codes, 'code')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
}

/** Text from a registry could hold signs that steer a terminal. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken away
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}
