import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { present } from './present.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** A folder on the web, as plain static hosting shows it. */
export interface Served {
  /** The address of the folder, base path included, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Serves a folder under a base path: folders by their index.html, what is missing by 404.html, nothing outside the base. */
export async function serve(folder: string, base: string): Promise<Served> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = decoded(url);
    if (!path?.startsWith(base)) return send(response, 404, '.txt', 'Outside the base path.');
    const file = join(folder, normalize(path.slice(base.length)));
    if (file !== folder && !file.startsWith(folder + sep)) return send(response, 404, '.txt', 'Outside the folder.');
    const info = await stat(file).catch(() => undefined);
    if (info?.isDirectory() && !path.endsWith('/')) return redirect(response, `${url}/`);
    const page = info?.isDirectory() ? join(file, 'index.html') : file;
    const text = await readFile(page).catch(() => undefined);
    if (text) return send(response, 200, extname(page), text);
    return send(response, 404, '.html', await readFile(join(folder, '404.html')));
  });
  await listen(server);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () => new Promise((closed) => void server.close(() => closed()).closeAllConnections()),
  };
}

function decoded(url: string): string | undefined {
  try {
    return decodeURIComponent(present(url.split(/[?#]/)[0]));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, extension: string, body: string | Buffer): void {
  const type = TYPES[extension] ?? 'application/octet-stream';
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'max-age=60' }).end(body);
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(301, { Location: to }).end();
}

function listen(server: Server): Promise<void> {
  return new Promise((listening) => server.listen(0, '127.0.0.1', listening));
}
