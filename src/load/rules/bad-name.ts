import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Place } from '../source/document.ts';

export const badName: RuleMeta = {
  id: 'bad-name',
  level: 'error',
  summary:
    'Folders, domains and guides are named in lower-case letters, digits and hyphens, because their names are part of addresses.',
};

/** First parts of addresses that the site keeps for itself. */
export const RESERVED = new Set(['404', 'assets', 'changes', 'decode', 'preview', 'schema', 'search']);

/** Names of files that say something else than a domain. */
export const NOT_DOMAINS = new Set(['api', 'approvals']);

export function notADomain(at: Place, name: string): Finding {
  const what = name === 'api' ? 'describes the API itself' : 'holds the breaking changes that may be made';
  return {
    at,
    message: `No domain can be named \`${name}\`, for the file of that name ${what}.`,
    fix: 'Rename the domain and its file, or take the name from the list.',
  };
}

export function badNameFinding(document: Document, what: string, name: string): Finding {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    at: { document, range: [0, 0] },
    message: RESERVED.has(name)
      ? `The ${what} \`${name}\` would take an address that the site itself needs.`
      : `The ${what} \`${name}\` would be part of addresses, where only lower-case letters, digits and single hyphens are safe.`,
    fix: RESERVED.has(name) ? `Rename it, for example to \`${name}-api\`.` : `Rename it to \`${slug || 'a-name'}\`.`,
  };
}
