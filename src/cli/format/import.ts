import { counted, type ImportedFile, type ImportPlan, type MappedField, type SettledImport } from '../../index.ts';
import type { Io } from '../io.ts';
import { painter } from './paint.ts';
import { fileIn } from './report.ts';
import { formatDiagnostics } from './text.ts';
import { unifiedDiff } from './unified-diff.ts';
import { visible } from './visible.ts';

/** Where a report is shown, and of what. */
interface Setting {
  io: Io;
  /** The source. */
  file: string;
  /** The registry's folder, as the caller named it. */
  folder: string;
  /** Show everything, however much it is. */
  all: boolean;
}

/** How many lines of a file's changes are shown, and how many letters of an example. */
const MOST_LINES = 80;
const LONGEST_EXAMPLE = 50;

/** What an import of one source would do: the mapping, what could not be read, and what changes. */
export function importReport({ plan, baseline, errors }: SettledImport, { io, file, folder, all }: Setting): string {
  const paint = painter(io.terminal.out);
  const diagnostics = [...plan.diagnostics, ...errors].map((it) => ({
    ...it,
    file: plan.read.has(it.file) ? it.file : fileIn(folder, it.file),
  }));
  return [
    paint('bold', visible(`${file}: ${plan.title}, ${counted(plan.rows, 'entry', 'entries')}`)),
    ...(plan.mapped.length > 0 ? [mappingTable(plan.mapped, plan.unused)] : []),
    ...formatDiagnostics(diagnostics, paint, all, '`--all` shows all.').map((it) => `\n${it}`),
    ...plan.files.filter(isShown).map((it) => `\n${changes(it, folder, all)}`),
    '',
    paint('bold', `${visible(file)}: ${summary(plan, baseline?.added ?? 0)}.`),
  ].join('\n');
}

function summary({ codes, counts, diagnostics }: ImportPlan, gaps: number): string {
  const { added, changed, unchanged } = counts;
  return [
    `${counted(codes.size, 'code')} (${added.toLocaleString('en')} new, ${changed.toLocaleString('en')} changed, ${unchanged.toLocaleString('en')} unchanged)`,
    ...(diagnostics.length > 0 ? [`${counted(diagnostics.length, 'problem')} above`] : []),
    ...(gaps > 0 ? [counted(gaps, 'new known gap')] : []),
  ].join('; ');
}

/** The files that people read; the record of an import is for the next one. */
function isShown({ path }: ImportedFile): boolean {
  return !path.includes('/imports/');
}

function mappingTable(mapped: readonly MappedField[], unused: readonly string[]): string {
  const rows = [
    ['field', 'from', 'values', 'example'],
    ...mapped.map(({ target, from, values, example }) => [
      target,
      from.map(visible).join(', then '),
      values.toLocaleString('en'),
      clip(visible(typeof example === 'string' ? example : JSON.stringify(example ?? ''))),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 0));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [
    '',
    'Mapping; `--map FIELD=NAME` changes it:',
    ...lines.map((line) => `  ${line}`),
    ...(unused.length > 0 ? [`  not imported: ${unused.map(visible).join(', ')}`] : []),
  ].join('\n');
}

function clip(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE - 1)}…` : line;
}

function changes({ path, before, text }: ImportedFile, folder: string, all: boolean): string {
  const lines = unifiedDiff(before ?? '', text, fileIn(folder, path), 'after the import').split('\n');
  if (all || lines.length <= MOST_LINES) return lines.join('\n');
  const left = counted(lines.length - MOST_LINES, 'more line');
  return [...lines.slice(0, MOST_LINES), `… ${left}; \`--all\` shows all.`].join('\n');
}
