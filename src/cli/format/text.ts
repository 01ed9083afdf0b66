import type { Diagnostic, Span } from '../../index.ts';
import { counted, unverifiedText } from '../../index.ts';
import { type Paint, painter } from './paint.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';

/** A report for a person at a terminal: each diagnostic with its lines and its fix, then one line that counts. */
export function formatText({ diagnostics, counts }: Report, colour: boolean): string {
  const paint = painter(colour);
  return [...diagnostics.map((it) => `${formatOne(it, paint)}\n`), paint('bold', summary(counts))].join('\n');
}

function formatOne({ rule, level, file, start, frame, message, fix, also }: Diagnostic, paint: Paint): string {
  const head = `${paint('bold', placeOf({ file, start }))}  ${paint(level === 'error' ? 'red' : 'yellow', level)}  ${rule}`;
  return [
    head,
    `  ${visible(message)}`,
    ...frameOf(frame, paint),
    ...also.flatMap((other) => [
      `  ${paint('dim', placeOf(other))}  ${visible(other.message)}`,
      ...frameOf(other.frame, paint),
    ]),
    `  ${paint('cyan', 'Fix:')} ${visible(fix)}`,
  ].join('\n');
}

/** A place as terminals and editors link it: `file:line:column`. */
export function placeOf({ file, start }: Pick<Span, 'file' | 'start'>): string {
  return visible(`${file}:${start.line}:${start.column}`);
}

function frameOf(frame: string, paint: Paint): string[] {
  return frame ? frame.split('\n').map((line) => paint('dim', `    ${line}`)) : [];
}

function summary({ files, codes, errors, warnings, unverified }: Report['counts']): string {
  const problems = `${counted(files, 'file')}, ${counted(codes, 'code')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`;
  const facts = Object.values(unverified ?? {}).reduce((sum, count) => sum + count, 0);
  return unverified && facts > 0
    ? `${problems} ${counted(facts, 'fact')} not confirmed: ${unverifiedText(unverified)}.`
    : problems;
}
