import type { Report } from './report.ts';
import { visibleJson } from './visible.ts';

/** A report for programs: the diagnostics and counts as they are. */
export function formatJson(report: Report): string {
  return visibleJson(report);
}
