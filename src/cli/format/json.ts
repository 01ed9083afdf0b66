import type { Report } from './report.ts';

/** A report for programs: the diagnostics and counts as they are. */
export function formatJson(report: Report): string {
  return JSON.stringify(report, null, 2);
}
