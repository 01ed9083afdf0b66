import { addressOf } from './address.ts';

/*
 * Where the pages and files of an API are, as paths relative to the API's page. Everything that names an address asks here:
 * the site, the files for programs, the rules over changes and the mock server. Only the file names of src/pages, from which
 * Astro makes its routes, repeat these shapes.
 */

/** What is above the pages of an API's codes. */
export const CODES_PATH = 'errors/';

/** The page of a code or alias, relative to {@link CODES_PATH}. */
export function pathUnderCodes(code: string): string {
  return `${addressOf(code)}/`;
}

/** The page of a code, or the one that forwards from an alias. */
export function codePath(code: string): string {
  return CODES_PATH + pathUnderCodes(code);
}

/** The Markdown or JSON version of a code's page. */
export function codeFilePath(code: string, ending: 'md' | 'json'): string {
  return `${CODES_PATH}${addressOf(code)}.${ending}`;
}

/** The page of a domain. */
export function domainPath(domain: string): string {
  return `domains/${domain}/`;
}

/** The Markdown version of a domain's page. */
export function domainFilePath(domain: string): string {
  return `domains/${domain}.md`;
}

/** The page of a guide. */
export function guidePath(guide: string): string {
  return `guides/${guide}/`;
}

/** The Markdown version of a guide. */
export function guideFilePath(guide: string): string {
  return `guides/${guide}.md`;
}

/** An image that prose shows. */
export function imagePath(name: string): string {
  return `images/${name}`;
}

/** The pages of an API that no code, domain or guide has given its name; each is a folder of the API's page. */
export const API_PAGES = [
  'changes',
  'files',
  'guides',
  'handling',
  'limits',
  'operations',
  'response',
  'states',
  'statuses',
] as const;

export type ApiPage = (typeof API_PAGES)[number];

/** The sections that a code's page may have, by their fragments. */
export const CODE_SECTIONS = [
  'what-to-do',
  'retry',
  'causes',
  'response',
  'handle',
  'fields',
  'operations',
  'states',
  'guides',
  'versions',
  'see-also',
] as const;

/** The fragment of a section of a code's page. */
export type CodeSection = (typeof CODE_SECTIONS)[number];

/** The Markdown version of an API's page, and the lists of its codes for programs and agents. */
export const API_FILES = {
  markdown: 'index.md',
  changes: 'changes.md',
  json: 'errors.json',
  llms: 'llms.txt',
  llmsFull: 'llms-full.txt',
} as const;

/**
 * An address without host and base path, as changes and approvals name it in `part`: `/parcels/domains/billing/`. `path` is
 * relative to the API's page; without it, the address is that of the API itself.
 */
export function addressIn(api: string, path = ''): string {
  return `/${api}/${path}`;
}

/** The path with which the mock server is asked for a code. */
export function mockPath(api: string, code: string): string {
  return `/${api}/${addressOf(code)}`;
}
