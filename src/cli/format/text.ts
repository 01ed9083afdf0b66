import { counted } from '../../browser.ts';
import { unverifiedText } from '../../check.ts';
import type { Diagnostic, Span } from '../../index.ts';
import { calling } from '../tool.ts';
import { type Paint, painter } from './paint.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';

/** How many problems are shown whole; of more, the first few of each rule. */
const MOST_SHOWN = 50;
const FIRST_OF_RULE = 3;

/**
 * A report for a person at a terminal: each diagnostic with its lines and its fix, then one line that counts. Past 50
 * diagnostics it shows the first three of each rule and a table by rule; `all` is for those who asked for everything.
 */
export function formatText({ diagnostics, counts }: Report, colour: boolean, { all = false } = {}): string {
  const paint = painter(colour);
  const parts = formatDiagnostics(diagnostics, paint, all, `\`${calling('check', '--all')}\` shows all.`);
  return [...parts.map((it) => `${it}\n`), paint('bold', summary(counts))].join('\n');
}

/** Each diagnostic with its lines and its fix; past 50 the first three of each rule and a table, unless `all` are wanted. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  paint: Paint,
  all: boolean,
  hint: string,
): string[] {
  const isCut = !all && diagnostics.length > MOST_SHOWN;
  const shown = isCut ? firstOfEach(diagnostics) : diagnostics;
  const parts = shown.map((it) => formatOne(it, paint));
  return isCut ? [...parts, tableOf(diagnostics, shown.length, paint, hint)] : parts;
}

function firstOfEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, number>();
  return diagnostics.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    return count <= FIRST_OF_RULE;
  });
}

/** How many diagnostics each rule has: errors first, then the rules with the most. */
function tableOf(diagnostics: readonly Diagnostic[], shown: number, paint: Paint, hint: string): string {
  const rows = [...Map.groupBy(diagnostics, ({ level, rule }) => `${level}  ${rule}`).values()]
    .flatMap(([first, ...more]) => (first ? [{ ...first, count: 1 + more.length }] : []))
    .sort((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : b.count - a.count || (a.rule < b.rule ? -1 : 1)))
    .map(({ level, rule, count }) => [level, count.toLocaleString('en'), rule] as const);
  const width = rows.reduce((most, [, count]) => (count.length > most ? count.length : most), 'count'.length);
  const lines = [['level', 'count', 'rule'] as const, ...rows].map(
    ([level, count, rule]) => `  ${level.padEnd('warning'.length)}  ${count.padStart(width)}  ${rule}`,
  );
  const lead = `${counted(diagnostics.length, 'problem')}; ${shown} are shown above, the first of each rule. ${hint}`;
  return [paint('bold', lead), ...lines].join('\n');
}

/** One diagnostic for a person at a terminal. */
export function formatDiagnostic(diagnostic: Diagnostic, color: boolean): string {
  return formatOne(diagnostic, painter(color));
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

function summary({ files, codes, errors, warnings, knownGaps = 0, unverified }: Report['counts']): string {
  const known = knownGaps > 0 ? `, ${counted(knownGaps, 'known gap')}` : '';
  const problems = `${counted(files, 'file')}, ${counted(codes, 'code')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}${known}.`;
  const facts = Object.values(unverified ?? {}).reduce((sum, count) => sum + count, 0);
  return unverified && facts > 0
    ? `${problems} ${counted(facts, 'fact')} not confirmed: ${unverifiedText(unverified)}.`
    : problems;
}
