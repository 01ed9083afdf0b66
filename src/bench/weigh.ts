import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser with an empty cache fetches before it is done with a page. */
export interface Weight {
  requests: number;
  /** The compressed bodies together (gzip, its usual level). */
  bytes: number;
}

const FETCHED = /\b(?:stylesheet|modulepreload|preload|icon|manifest)\b/;

/** Weighs a page of a built site: `path` is its file below the site's folder. */
export async function weigh(site: string, path: string): Promise<Weight> {
  const fetched = new Map<string, number>();
  const fetchInto = async (file: string): Promise<void> => {
    if (fetched.has(file)) return;
    const body = await readFile(join(site, file));
    fetched.set(file, gzipSync(body).length);
    const named = linkedFrom(file, body.toString('utf8'));
    for (const address of named) await fetchInto(posix.join('/', new URL(address, `http://site/${file}`).pathname));
  };
  await fetchInto(posix.join('/', path));
  return { requests: fetched.size, bytes: [...fetched.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

/** The addresses on this site that a file makes a browser fetch at once. */
function linkedFrom(file: string, text: string): string[] {
  return addressesIn(file, text).filter((address) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address));
}

function addressesIn(file: string, text: string): string[] {
  if (file.endsWith('.css')) return groupsOf(text, /(?:url\(|@import\s+)["']?([^"')\s;]+)/g);
  if (file.endsWith('.js')) return groupsOf(text, /\b(?:import|from)\s*["']([^"']+)["']/g);
  if (!file.endsWith('.html')) return [];
  const links = groupsOf(text, /<link\b([^>]*)>/g).filter((attributes) => FETCHED.test(attributes));
  return [
    ...links.flatMap((attributes) => groupsOf(attributes, /\bhref="([^"]+)"/g)),
    ...groupsOf(text, /<(?:script|img|source|iframe)\b[^>]*?\ssrc="([^"]+)"/g),
  ];
}

function groupsOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group]) => group!);
}

/** How many pages a built site has, how large the largest is, and how large all its files are together. */
export async function sizeOf(site: string): Promise<{ pages: number; bytes: number; largestPage: number }> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => ({ name, size: (await stat(join(parentPath, name))).size })),
  );
  const pages = sizes.filter(({ name }) => name.endsWith('.html'));
  return {
    pages: pages.length,
    bytes: sizes.reduce((sum, { size }) => sum + size, 0),
    largestPage: pages.reduce((most, { size }) => Math.max(most, size), 0),
  };
}
