import type { Host, HostFile } from './host.ts';
import {
  ASSETS,
  contentType,
  EVERYWHERE,
  FILE_TYPES,
  type FileType,
  FOREVER,
  fileTypeOf,
  type Header,
  type HostedSite,
  NOT_FOUND,
} from './rules.ts';

/** Netlify; custom headers and redirects as its docs give them. */
export const netlify: Host = {
  title: 'Netlify',
  compresses: true,
  files: (site) => [
    headersFile(site.base, unusualFiles(site)),
    // the exclamation mark: also where there is a page, which is the one that forwards by itself
    ...redirectsFile([
      ...site.moves.map(({ from, to }) => `${from} ${to} 301!`),
      ...(site.base === '/' ? [] : [`${site.base}* ${site.base}${NOT_FOUND} 404`]),
    ]),
  ],
  next: (place) => atRoot('Netlify', place),
};

/** As many redirects with a fixed source as Cloudflare reads; it passes over those that follow. */
const MOST_MOVES = 2000;

/** Cloudflare Pages, and Workers with static assets. A redirect goes before a page in any case. */
export const cloudflare: Host = {
  title: 'Cloudflare',
  compresses: true,
  files: (site) => [
    headersFile(
      site.base,
      UNUSUAL.flatMap((type) => type.extensions.map((it) => [`*.${it}`, type] as const)),
    ),
    ...redirectsFile(site.moves.slice(0, MOST_MOVES).map(({ from, to }) => `${from} ${to} 301`)),
  ],
  next: (place) => atRoot('Cloudflare', place),
};

/**
 * Headers by path. Where several rules set the same header, their values are joined, so no two of these do: caching of all
 * but assets is left to the hosts, which send `max-age=0, must-revalidate` by themselves.
 */
function headersFile(base: string, typed: readonly (readonly [path: string, type: FileType])[]): HostFile {
  const rules: (readonly [path: string, headers: readonly Header[]])[] = [
    [`${base}*`, EVERYWHERE],
    [`${base}${ASSETS}*`, [FOREVER]],
    ...FILE_TYPES.filter(({ headers }) => headers.length > 0).flatMap(({ extensions, headers }) =>
      extensions.map((it) => [`${base}*.${it}`, headers] as const),
    ),
    ...typed.map(([path, type]) => [`${base}${path}`, [contentType(type)]] as const),
  ];
  const lines = rules.flatMap(([path, headers]) => [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)]);
  return { path: '_headers', text: `${[WRITTEN, ...lines].join('\n')}\n` };
}

function redirectsFile(lines: readonly string[]): HostFile[] {
  return lines.length === 0 ? [] : [{ path: '_redirects', text: `${[WRITTEN, ...lines].join('\n')}\n` }];
}

const UNUSUAL = FILE_TYPES.filter(({ usual }) => !usual);

/**
 * By name, one by one: the dot of a wildcard such as `/*.ts` matches any letter on Netlify, and case makes no difference
 * there, so the page of a code such as `TOO_MANY_REQUESTS` would be sent as text.
 */
function unusualFiles({ files }: HostedSite): (readonly [string, FileType])[] {
  return files.flatMap((path) => {
    const type = fileTypeOf(path);
    return type && !type.usual ? [[path, type] as const] : [];
  });
}

const WRITTEN = '# Written by the build of the site.';

function atRoot(title: string, { folder, base }: { folder: string; base: string }): string {
  if (base === '/') return `${title}: publish ${folder}; it reads the rules there.`;
  return `${title}: publish a folder with the site in its ${base.slice(1)}, and move ${folder}_headers and _redirects to its root.`;
}
