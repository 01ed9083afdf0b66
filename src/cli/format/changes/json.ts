import type { Comparison } from '../../comparison.ts';
import { visibleJson } from '../visible.ts';

/** A comparison for programs. `version` grows when a program that reads this form must change. */
export function changesAsJson({
  against,
  folder,
  notes,
  changes,
  approvals,
  counts,
  step,
  errors,
}: Comparison): string {
  return visibleJson({
    format: 'errorbook-changes',
    version: 2,
    folder,
    against,
    notes,
    errors: errors.diagnostics,
    changes,
    approvals,
    counts,
    step,
  });
}
