import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Place } from '../source/document.ts';

export const missingFile: RuleMeta = {
  id: 'missing-file',
  level: 'error',
  summary: 'Each API folder contains an `api` file, and each domain that it lists has a file.',
};

export function noApiFile(document: Document, folder: string): Finding {
  return {
    at: { document, range: [0, 0] },
    message: `The folder \`${folder}\` contains no \`api.yaml\` or \`api.json\`, so it isn't an API and nothing in it is published.`,
    fix: `Add \`${folder}/api.yaml\` with \`title\`, \`summary\`, \`domains\` and \`envelope\`.`,
  };
}

export function noDomainFile(at: Place, folder: string, domain: string): Finding {
  return {
    at,
    message: `The domain \`${domain}\` is listed, but has no file.`,
    fix: `Add \`${folder}/${domain}.yaml\` (or .json), or remove it from the list.`,
  };
}
