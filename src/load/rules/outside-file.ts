import type { Finding, RuleMeta } from '../rule.ts';
import type { Document } from '../source/document.ts';

export const outsideFile: RuleMeta = {
  id: 'outside-file',
  level: 'error',
  summary: 'A registry reads no files outside its folder, not even through a link.',
};

export function outsideFileFinding(document: Document): Finding {
  return {
    at: { document, range: [0, 0] },
    message: 'This is a link to a file outside the registry, whose content could change without a review.',
    fix: 'Copy the file into the registry, or delete the link.',
  };
}
