import { CHANGE_LEVELS, counted } from '../../../index.ts';
import type { Comparison, SeenChange } from '../../comparison.ts';
import { codeSpan, escapeLines, escapeMarkdown } from './escape-markdown.ts';
import { countsOf, idleApprovals, stepSentence, subject, subjectOf } from './words.ts';

/** So many characters GitHub takes in a comment, with some to spare. */
export const MOST = 60_000;

/** What a comment has beside the comparison itself. */
interface CommentOptions {
  /** At most so many UTF-16 units; what does not fit is counted in a line. */
  most: number;
  /** The address of a changed code's page, or of its part of the preview. */
  hrefOf?: ((change: SeenChange) => string | undefined) | undefined;
  /** The address of the page with all changes. */
  preview?: string | undefined;
}

/** A comparison for a comment: counts, a table of changes with the worst first, approvals, the version step. */
export function changesAsMarkdown(comparison: Comparison, options: CommentOptions = { most: MOST }): string {
  const head = [
    `### ${countsOf(comparison)}`,
    '',
    escapeMarkdown(subjectOf(comparison)),
    ...(options.preview ? ['', `[All changes, before and after, page by page](${options.preview})`] : []),
    ...paragraphs(comparison.notes, options.most / 12),
    ...errorLines(comparison),
  ];
  const tail = ['', `**${escapeMarkdown(stepSentence(comparison))}**`];
  const approvals = approvalLines(comparison, options.most / 4);
  const left = options.most - [...head, ...approvals, ...tail].join('\n').length;
  return [...head, ...changeTable(comparison, options, left), ...approvals, ...tail].join('\n');
}

function changeTable({ changes }: Comparison, { hrefOf }: CommentOptions, most: number): string[] {
  if (changes.length === 0) return [];
  const inOrder = CHANGE_LEVELS.flatMap((level) => changes.filter((change) => change.level === level));
  const several = new Set(changes.map(({ api }) => api)).size > 1;
  const rows = inOrder.map((change) => row(cellsOf(change, several, hrefOf?.(change))));
  const heads = ['Level', ...(several ? ['API'] : []), 'Code', 'What', 'Before', 'After'];
  const table = ['', row(heads), row(heads.map(() => '---'))];
  return fitting(table, rows, most, (left) => {
    const levels = CHANGE_LEVELS.map(
      (level) => [left.filter((i) => inOrder[i]!.level === level).length, level] as const,
    );
    const named = levels.filter(([number]) => number > 0).map(([number, level]) => `${number} ${level}`);
    return `Left out for length: ${counted(left.length, 'change')} (${named.join(', ')}).`;
  });
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellsOf(change: SeenChange, withApi: boolean, href: string | undefined): string[] {
  const { level, approval, api, code, part, what } = change;
  const name = code === undefined ? '' : codeSpan(code);
  return [
    level === 'breaking' ? (approval ? 'breaking, approved' : '**breaking**') : level,
    ...(withApi ? [codeSpan(api)] : []),
    [href ? `[${name}](${href})` : name, part === undefined ? '' : codeSpan(clip(part))].filter(Boolean).join('<br>'),
    escapeMarkdown(clip(what)),
    ...clipBoth(change.before ?? '', change.after ?? '').map(escapeLines),
  ];
}

function approvalLines(comparison: Comparison, most: number): string[] {
  const idle = idleApprovals(comparison).map(
    ({ what, why, fix }) => `- ${[what, why, fix].map(escapeMarkdown).join(' ')}`,
  );
  const used = comparison.approvals.used.map(
    (it) =>
      `- ${escapeMarkdown(subject(it))}, until ${escapeMarkdown(it.until)}: ${escapeMarkdown(clip(it.reason, 500))}`,
  );
  const more = (left: readonly number[]) => `- … and ${left.length} more.`;
  return [
    ...(idle.length > 0 ? fitting(['', '**Approvals to take out**', ''], idle, most / 2, more) : []),
    ...(used.length > 0 ? fitting(['', '**Approvals used**', ''], used, most / 2, more) : []),
  ];
}

function errorLines({ errors }: Comparison): string[] {
  if (errors.counts.errors === 0) return [];
  return [
    '',
    `**The registry has ${counted(errors.counts.errors, 'error')}**; \`errorbook check\` shows where, and how to fix them.`,
  ];
}

function paragraphs(texts: readonly string[], most: number): string[] {
  return texts.flatMap((text) => ['', escapeMarkdown(clip(text, most))]);
}

/** The lines of a list or table that fit, whole, and one that says what does not; each line ends with a line end. */
function fitting(
  head: readonly string[],
  rows: readonly string[],
  most: number,
  saying: (left: readonly number[]) => string,
): string[] {
  const all = [...rows.keys()];
  // the sentence that says what is left out is never longer than for all
  let left = most - head.join('\n').length - saying(all).length - 4;
  const cut = rows.findIndex((row) => {
    left -= row.length + 1;
    return left < 0;
  });
  if (cut < 0) return [...head, ...rows];
  return [...head, ...rows.slice(0, cut), '', saying(all.slice(cut))];
}

const CELL = 240;
/** So much of what two long values share is left before the place where they part. */
const LEAD = 60;

/** Two values cut so that both fit a cell and what differs is still to be seen. */
function clipBoth(before: string, after: string): [string, string] {
  let shared = 0;
  while (shared < Math.min(before.length, after.length) && before[shared] === after[shared]) shared++;
  const isCut = Math.max(before.length, after.length) > CELL && before !== '' && after !== '' && shared > LEAD;
  if (!isCut) return [clip(before), clip(after)];
  const from = before.indexOf(' ', shared - LEAD);
  const start = from < 0 || from > shared ? shared : from + 1;
  return [clip(`…${withoutHalf(before, start)}`), clip(`…${withoutHalf(after, start)}`)];
}

/** The end of a text; where it would begin with half a character, without that. */
function withoutHalf(text: string, start: number): string {
  return text.slice(start).replace(/^[\udc00-\udfff]/, '');
}

/** A text cut between two characters; cutting inside one would leave half of it. */
function clip(text: string, most = CELL): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
