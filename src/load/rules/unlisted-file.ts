import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Place } from '../source/document.ts';

export const unlistedFile: RuleMeta = {
  id: 'unlisted-file',
  level: 'error',
  summary: 'Every file in the registry is read: each has its place, and no domain is in two files.',
};

export function unlistedDomain(document: Document, domain: string, domains: Place): Finding {
  return {
    at: { document, range: [0, 0] },
    message: `No \`domains\` list names \`${domain}\`, so its codes would not be published.`,
    fix: `Add \`${domain}\` to \`domains\` in the API's file, or delete this file.`,
    also: [{ at: domains, message: 'The list is here.' }],
  };
}

export function twoFiles(document: Document, first: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: `\`${first.path}\` has the same name in another format, so one of the two would be lost.`,
    fix: 'Move its content into one file and delete the other.',
  };
}

export function strayFile(document: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: 'Nothing in the registry reads a file of this name in this place.',
    fix: 'Domains stand beside `api.yaml` as .yaml, .yml or .json, guides under `guides/` as .mdx, releases under `releases/` as .json; move or delete it.',
  };
}

export function unreadableFile(document: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: 'This cannot be read: a link leads nowhere or round in a circle, or this user has no right to it.',
    fix: 'Correct or delete the link, or give the right to read it.',
  };
}
