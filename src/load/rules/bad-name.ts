import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Place } from '../source/document.ts';

export const badName: RuleMeta = {
  id: 'bad-name',
  level: 'error',
  summary:
    'The names of folders, domains and guides contain only lowercase letters, digits and hyphens, because they are part of addresses.',
};

/** First parts of addresses that the site keeps for itself. */
export const RESERVED = new Set(['404', 'assets', 'changes', 'decode', 'preview', 'schema', 'search']);

/** Names of files that aren't domains. */
export const NOT_DOMAINS = new Set(['api', 'approvals']);

export function notADomain(at: Place, name: string): Finding {
  const what = name === 'api' ? 'describes the API itself' : 'lists the approved breaking changes';
  return {
    at,
    message: `A domain can't be named \`${name}\`, because the file with that name ${what}.`,
    fix: 'Rename the domain and its file, or remove the name from the list.',
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
      ? `The ${what} \`${name}\` would use an address that the site itself needs.`
      : `The ${what} \`${name}\` would become part of addresses, which may contain only lowercase letters, digits and single hyphens.`,
    fix: RESERVED.has(name) ? `Rename it, for example to \`${name}-api\`.` : `Rename it to \`${slug || 'a-name'}\`.`,
  };
}
