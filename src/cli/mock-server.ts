import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { MockAnswer, MockRequest } from '../index.ts';

/** An HTTP server around a mock; it reads no body, whatever its size, and lets pages of any origin read its answers. */
export function mockServer(answer: (request: MockRequest) => MockAnswer): Server {
  return createServer((request, response) => {
    // what is not read would hold the connection
    request.resume();
    if (isPreflight(request)) return preflight(request, response);
    const { url = '/', headers } = request;
    send(
      response,
      answer({ target: url, prefer: textOf([headers.prefer ?? []].flat().join(', ')) }),
      request.method === 'HEAD',
    );
  });
}

function send(response: ServerResponse, { status, phrase, headers, body }: MockAnswer, headOnly: boolean): void {
  const bytes = Buffer.from(body);
  const length: [string, string][] = status === 204 || status === 304 ? [] : [['Content-Length', `${bytes.length}`]];
  const open: [string, string][] = [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Expose-Headers', exposed(headers)],
  ];
  for (const [name, value] of [...open, ...headers, ...length]) response.setHeader(name, inBytes(value));
  if (phrase !== '') response.statusMessage = inBytes(phrase);
  response.statusCode = status;
  response.end(headOnly ? undefined : bytes);
}

/** By name, for requests with credentials take no `*`. */
function exposed(headers: MockAnswer['headers']): string {
  return headers.map(([name]) => name).join(', ');
}

/** Node writes a character of a header as one byte; so characters beyond ASCII go as their bytes in UTF-8, as other servers send them. */
function inBytes(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}

/** The other way round: Node reads each byte of a header as one character. */
function textOf(value: string): string {
  return Buffer.from(value, 'latin1').toString('utf8');
}

/** What a browser asks before a request to another origin (Fetch Standard, CORS-preflight request). */
function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function preflight({ headers }: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(204, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': headers['access-control-request-method'],
      'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
    })
    .end();
}
