import { nameOf } from '../name-of.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Path } from '../source/document.ts';

export const missingField: RuleMeta = {
  id: 'missing-field',
  level: 'error',
  summary: 'Every code has a status, a meaning, a remediation and a retry policy; everything else its required fields.',
};

export function missingFieldFinding(document: Document, path: Path): Finding {
  const field = String(path.at(-1));
  const owner = nameOf(path.slice(0, -1));
  const ofCode = path.length === 3 && path[0] === 'codes';
  const { why, fix } = (ofCode ? OF_CODE : OTHERS)[field] ?? {
    why: 'The format asks for it here.',
    fix: `Add \`${field}\`.`,
  };
  return {
    at: { document, path: path.slice(0, -1), part: 'key' },
    message: `${owner} has no \`${field}\`. ${why}`,
    fix,
  };
}

type Advice = Record<string, { why: string; fix: string }>;

const OF_CODE: Advice = {
  status: {
    why: 'Without it nobody can tell which response carries the code.',
    fix: 'Add `status` with the HTTP status (such as 404), or a name that the API declares under `statuses`.',
  },
  meaning: {
    why: 'A caller who lands on its page must learn what happened.',
    fix: 'Add `meaning` with one sentence on what the server checked and what it found.',
  },
  remediation: {
    why: 'A caller who lands on its page must learn what to do.',
    fix: 'Add `remediation` with the steps that make the next request succeed.',
  },
  retry: {
    why: 'A client must know whether the same request may be sent again.',
    fix: 'Add `retry` with never, refetch, retry-after or backoff.',
  },
};

const OTHERS: Advice = {
  meaning: { why: 'A reader must learn what it tells them.', fix: 'Add `meaning` with one sentence.' },
  title: { why: 'Its page needs a name.', fix: 'Add `title` with a short name in plain text.' },
  summary: { why: 'A reader must see at once what it is about.', fix: 'Add `summary` with one sentence.' },
  policy: {
    why: 'A client must know whether the same request may be sent again.',
    fix: 'Add `policy` with never, refetch, retry-after or backoff.',
  },
  codes: { why: 'A domain is a group of codes.', fix: 'Add `codes` with an entry for each code.' },
  domains: {
    why: 'Only listed domains are published.',
    fix: 'Add `domains` with the file names in order, without extension, such as `[auth, billing]`.',
  },
};
