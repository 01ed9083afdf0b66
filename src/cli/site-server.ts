import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { ASK_AGAIN, contentType, EVERYWHERE, fileTypeOf, type Header, NOT_FOUND } from '../hosts/index.ts';

const TEXT = 'text/plain; charset=utf-8';

/** What a request gets. */
interface Answer {
  status: number;
  type: string;
  body: Buffer | string;
  location?: string;
  /** Headers beside those of every response. */
  headers?: readonly Header[];
}

/**
 * A server of a built site under a base path: a folder is its `index.html`, what is missing is `404.html`, and an address
 * that is not one (RFC 3986) is a 400. No answer holds a path of this machine, and none comes from outside the folder.
 */
export function siteServer(folder: string, base: string): Server {
  return createServer((request, response) => {
    request.resume();
    answerTo(request.method ?? '', request.url ?? '/', folder, base)
      // what the system refuses, such as too many open files
      .catch((): Answer => ({ status: 500, type: TEXT, body: 'The file could not be read.\n' }))
      .then((answer) => send(response, answer, request.method === 'HEAD'));
  });
}

async function answerTo(method: string, url: string, folder: string, base: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, type: TEXT, body: 'Only GET and HEAD are allowed.\n' };
  const [raw = '', query = ''] = url.split(/(?=\?)/s, 2);
  const path = decoded(raw);
  if (path === undefined) return { status: 400, type: TEXT, body: 'The path is not valid.\n' };
  if (`${path}/` === base) return redirect(base + query);
  if (!path.startsWith(base)) return missing(folder);
  const parts = path.slice(base.length).split('/');
  const isFolder = parts.at(-1) === '';
  const names = isFolder ? parts.slice(0, -1) : parts;
  if (names.some((name) => name === '' || name.startsWith('.') || /[\\:]/.test(name))) return missing(folder);
  const file = join(folder, ...names);
  const found = await kindOf(file);
  if (found === 'folder' && !isFolder) return redirect(`${base}${names.map(encodeURIComponent).join('/')}/${query}`);
  const page = found === 'folder' ? join(file, 'index.html') : file;
  if (isFolder !== (found === 'folder') || (await kindOf(page)) !== 'file') return missing(folder);
  const kind = fileTypeOf(page);
  const type = kind ? contentType(kind)[1] : TEXT;
  return { status: 200, type, body: await readFile(page), headers: kind?.headers ?? [] };
}

/** A path without its percent signs; undefined where they are no UTF-8, or where the path holds control characters. */
function decoded(raw: string): string | undefined {
  try {
    const path = decodeURIComponent(raw);
    return path.startsWith('/') && !/\p{Cc}/u.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function missing(folder: string): Promise<Answer> {
  return { status: 404, type: 'text/html; charset=utf-8', body: await readFile(join(folder, NOT_FOUND)) };
}

function redirect(location: string): Answer {
  return { status: 301, type: TEXT, body: '', location };
}

/** Errors of names that no file can have, such as one that is too long, say that there is none. */
const NO_FILE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL']);

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== undefined && NO_FILE.has(error.code)) return undefined;
    throw error;
  });
  if (info?.isDirectory()) return 'folder';
  return info?.isFile() ? 'file' : undefined;
}

function send(
  response: ServerResponse,
  { status, type, body, location, headers = [] }: Answer,
  headOnly: boolean,
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    ...Object.fromEntries([...EVERYWHERE, ASK_AGAIN, ...headers]),
    ...(location !== undefined && { Location: location }),
  });
  response.end(headOnly ? undefined : body);
}
