import type { z } from 'zod';
import type { Expectation } from './rules/wrong-value.ts';

type Issue = z.core.$ZodIssue;

/** What a schema asked for where it refused a value. */
export function expectationOf(issues: readonly Issue[]): Expectation {
  return { words: [...new Set(issues.map(wordsFor))].join(', or '), values: issues.flatMap(valuesOf) };
}

function valuesOf(issue: Issue): string[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().flatMap(valuesOf);
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

/** Completes "It is …". */
function wordsFor(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return issue.origin === 'array' ? 'a list with at least one item' : `a number above ${issue.minimum}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(wordsFor))].join(', or ');
    default:
      return issue.message;
  }
}

const TYPES: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};
