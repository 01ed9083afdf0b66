import { type Diagnostic, rules, type Span } from '../../index.ts';
import type { Report } from './report.ts';
import { visibleJson } from './visible.ts';

/** A report in SARIF 2.1.0 (OASIS), which code scanners and editors read. */
export function formatSarif({ diagnostics, counts }: Report): string {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'errorbook',
            rules: rules.map(({ id, level, summary }) => ({
              id,
              shortDescription: { text: summary },
              defaultConfiguration: { level },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(resultOf),
        properties: { counts },
      },
    ],
  };
  return visibleJson(log);
}

function resultOf(diagnostic: Diagnostic): object {
  const { rule, level, message, fix, also } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level,
    message: { text: `${message}\nFix: ${fix}` },
    locations: [locationOf(diagnostic)],
    ...(also.length > 0 && {
      relatedLocations: also.map((other, id) => ({ id, message: { text: other.message }, ...locationOf(other) })),
    }),
    properties: { message, fix },
  };
}

/** A path as a relative URI (RFC 3986); half a character, for which UTF-8 has no bytes, is shown as U+FFFD. */
function uriOf(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

function locationOf({ file, start, end, frame }: Span): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
        ...(frame && { message: { text: frame } }),
      },
    },
  };
}
