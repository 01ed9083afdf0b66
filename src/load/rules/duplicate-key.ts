import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, SyntaxProblem } from '../source/document.ts';

export const duplicateKey: RuleMeta = {
  id: 'duplicate-key',
  level: 'error',
  summary: 'A mapping has each key once; of two values, one would be lost.',
};

export function duplicateKeyFinding(document: Document, { message, fix, range, first }: SyntaxProblem): Finding {
  return {
    at: { document, range },
    message,
    fix,
    also: first ? [{ at: { document, range: first }, message: 'The first one is here.' }] : [],
  };
}
