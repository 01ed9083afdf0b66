import { counted } from '../../browser.ts';
import { rules } from '../../check.ts';
import type { Diagnostic, Span } from '../../index.ts';
import type { Report } from './report.ts';
import { visibleJson } from './visible.ts';

/**
 * What GitHub accepts of one upload: 25,000 results, and 10 MB, which it counts compressed and we don't. Of the bytes
 * some are left for what is around the results.
 */
const MOST_RESULTS = 25_000;
const MOST_BYTES = 10_000_000 - 200_000;

/**
 * A report in SARIF 2.1.0 (OASIS), which code scanners and editors read. Of more than GitHub accepts the errors come
 * first; what is left out is said in a notification of the run and to `warn`.
 */
export function formatSarif({ diagnostics, counts }: Report, warn: (note: string) => void): string {
  const results = fitting(diagnostics);
  const left = diagnostics.length - results.length;
  const note = `${left.toLocaleString('en')} of ${counted(diagnostics.length, 'problem')} ${left === 1 ? 'is' : 'are'} left out, because GitHub accepts at most 25,000 results and 10 MB; \`--format json\` has all.`;
  if (left > 0) warn(note);
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
        ...(left > 0 && {
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [{ level: 'warning', message: { text: note } }],
            },
          ],
        }),
        results,
        properties: { counts },
      },
    ],
  };
  return visibleJson(log);
}

/** The results that fit, in the order of their places; if not all do, errors before warnings. */
function fitting(diagnostics: readonly Diagnostic[]): object[] {
  const byWeight = diagnostics.map((it, index) => ({ it, index })).sort((a, b) => weightOf(a.it) - weightOf(b.it));
  const taken: { index: number; result: object }[] = [];
  let bytes = 0;
  for (const { it, index } of byWeight.slice(0, MOST_RESULTS)) {
    const result = resultOf(it);
    // with as much around it as in the log, for its indentation
    bytes += Buffer.byteLength(visibleJson({ runs: [{ results: [result] }] }));
    if (bytes > MOST_BYTES) break;
    taken.push({ index, result });
  }
  return taken.sort((a, b) => a.index - b.index).map(({ result }) => result);
}

function weightOf({ level }: Diagnostic): number {
  return level === 'error' ? 0 : 1;
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
