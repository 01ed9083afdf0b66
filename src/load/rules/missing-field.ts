import { nameOf } from '../name-of.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Path } from '../source/document.ts';

export const missingField: RuleMeta = {
  id: 'missing-field',
  level: 'error',
  tolerable: true,
  summary:
    'Every code has a status, a meaning, a remediation and a retry policy, and everything else has its required fields.',
};

export function missingFieldFinding(document: Document, path: Path): Finding {
  const field = String(path.at(-1));
  const owner = nameOf(path.slice(0, -1));
  const ofCode = path.length === 3 && path[0] === 'codes';
  const { why, fix } = (ofCode ? OF_CODE : OTHERS)[field] ?? {
    why: 'The format requires it here.',
    fix: `Add \`${field}\`.`,
  };
  return {
    at: { document, path: path.slice(0, -1), part: 'key' },
    message: `${owner} has no \`${field}\`. ${why}`,
    fix,
    part: field,
  };
}

type Advice = Record<string, { why: string; fix: string }>;

const OF_CODE: Advice = {
  status: {
    why: "Without it, a caller can't tell which responses have the code.",
    fix: 'Add `status` with the HTTP status (such as 404), or a name that the API declares under `statuses`.',
  },
  meaning: {
    why: 'A caller who opens its page needs to know what happened.',
    fix: 'Add `meaning` with a sentence that says what the server checked and what it found.',
  },
  remediation: {
    why: 'A caller who opens its page needs to know what to do.',
    fix: 'Add `remediation` with the steps that make the next request succeed.',
  },
  retry: {
    why: 'A client needs to know whether it may retry the request.',
    fix: 'Add `retry` with never, refetch, retry-after or backoff.',
  },
};

const OTHERS: Advice = {
  meaning: { why: 'Readers need to know what it tells them.', fix: 'Add `meaning` with one sentence.' },
  title: { why: 'Its page needs a name.', fix: 'Add `title` with a short name in plain text.' },
  summary: { why: 'Readers need to see at a glance what it is about.', fix: 'Add `summary` with one sentence.' },
  policy: {
    why: 'A client needs to know whether it may retry the request.',
    fix: 'Add `policy` with never, refetch, retry-after or backoff.',
  },
  codes: { why: 'A domain is a group of codes.', fix: 'Add `codes` with an entry for each code.' },
  domains: {
    why: 'Only listed domains are published.',
    fix: 'Add `domains` with the file names in order and without extensions, such as `[auth, billing]`.',
  },
};
