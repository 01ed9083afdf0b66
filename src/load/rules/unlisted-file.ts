import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Place } from '../source/document.ts';

export const unlistedFile: RuleMeta = {
  id: 'unlisted-file',
  level: 'error',
  summary: 'Every file in the registry is used: each is in its place, and no domain has two files.',
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
    message: `\`${first.path}\` has the same name in another format, and only one of the two would be read.`,
    fix: 'Move its content into one file and delete the other.',
  };
}

export function strayFile(document: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: "A file with this name isn't used in this folder.",
    fix: 'Move or delete it: domains (.yaml, .yml, .json) go next to `api.yaml`, guides (.mdx) into `guides/`, images (.png, .jpg, .gif, .webp, .avif) into `images/`, releases (.json) into `releases/`; `import` writes into `imports/`.',
  };
}

export function unreadableFile(document: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: "This can't be read: it is a broken or circular link, or you don't have permission.",
    fix: 'Correct or delete the link, or grant read permission.',
  };
}
