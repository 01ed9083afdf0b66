import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../index.ts';
import type { Report } from './report.ts';
import { visible, visibleJson } from './visible.ts';

/** A report in GitLab's Code Quality format: each diagnostic with a fingerprint that stays if lines move. */
export function formatGitlab({ diagnostics }: Report): string {
  const seen = new Map<string, number>();
  return visibleJson(
    diagnostics.map((diagnostic) => {
      const { rule, level, file, start, end, message, fix } = diagnostic;
      const identity = identityOf(diagnostic);
      const count = seen.get(identity) ?? 0;
      seen.set(identity, count + 1);
      return {
        description: visible(`${message} Fix: ${fix}`),
        check_name: rule,
        fingerprint: createHash('sha256').update(`${identity} ${count}`).digest('hex'),
        severity: level === 'error' ? 'major' : 'minor',
        location: { path: file, lines: { begin: start.line, end: end.line } },
      };
    }),
  );
}

/** What a diagnostic is about, without its lines; messages name the code and the field. */
function identityOf({ rule, file, message }: Diagnostic): string {
  return JSON.stringify([rule, file, message]);
}
