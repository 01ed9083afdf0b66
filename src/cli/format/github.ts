import { counted } from '../../browser.ts';
import type { Span } from '../../index.ts';
import type { Report } from './report.ts';
import { visible } from './visible.ts';

/** A report as GitHub's workflow commands, which become annotations on the lines of a pull request. */
export function formatGithub({ diagnostics, counts }: Report): string {
  const lines = diagnostics.map((diagnostic) => {
    const { rule, level, message, fix, also } = diagnostic;
    const where = also.map((other) => `${other.file}:${other.start.line}:${other.start.column} ${other.message}`);
    return annotation(level, rule, diagnostic, [message, `Fix: ${fix}`, ...where]);
  });
  const { files, codes, errors, warnings } = counts;
  return [
    ...lines,
    `${counted(files, 'file')}, ${counted(codes, 'code')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
  ].join('\n');
}

/**
 * A workflow command that annotates a place, or the whole run where there is none. Every text is escaped: none of them
 * can begin a command of its own.
 */
export function annotation(
  level: 'error' | 'warning' | 'notice',
  title: string,
  place: Span | undefined,
  lines: readonly string[],
): string {
  const properties = {
    ...(place && {
      file: place.file,
      line: place.start.line,
      endLine: place.end.line,
      col: place.start.column,
      ...(place.end.line === place.start.line && { endColumn: place.end.column }),
    }),
    title,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(',')}::${lines.map(escapeText).join('%0A')}`;
}

/** A line that is no command, whatever it says. */
export function plainLine(text: string): string {
  const line = visible(text).trimStart();
  return /^(?:::|##\[)/.test(line) ? `- ${line}` : line;
}

/** Line ends would begin a new command, so no text keeps one. */
function escapeText(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
