import type { Report } from './report.ts';
import { visible } from './visible.ts';

/** A report as GitHub's workflow commands, which become annotations on the lines of a pull request. */
export function formatGithub({ diagnostics, counts }: Report): string {
  const lines = diagnostics.map(({ rule, level, file, start, end, message, fix, also }) => {
    const where = also.map((other) => `${other.file}:${other.start.line}:${other.start.column} ${other.message}`);
    const properties = {
      file,
      line: start.line,
      endLine: end.line,
      col: start.column,
      ...(end.line === start.line && { endColumn: end.column }),
      title: rule,
    };
    const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${level} ${list.join(',')}::${[message, `Fix: ${fix}`, ...where].map(escapeText).join('%0A')}`;
  });
  const { files, codes, errors, warnings } = counts;
  return [...lines, `${files} files, ${codes} codes: ${errors} errors, ${warnings} warnings.`].join('\n');
}

/** Line ends would begin a new command, so no text keeps one. */
function escapeText(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
