import { bodyText, type ExampleResponse } from '../model/envelope/example.ts';
import { examplesOf } from '../model/envelope/of-code.ts';
import { isHttpStatus } from '../model/http.ts';
import type { CodeOfApi, Status } from '../model/registry.ts';
import { type Refusal, refusal } from './find.ts';

/** What the mock server sends. */
export interface MockAnswer {
  /** A final HTTP status: 200 to 599. */
  status: number;
  /** The reason phrase; empty for the usual one. */
  phrase: string;
  /** In order; values as text, so far as HTTP can carry them. */
  headers: [name: string, value: string][];
  /** Empty where the code has no body. */
  body: string;
}

/** What a request may choose of a code's responses, as it is in the query. */
interface Choice {
  status: string | null;
  example: string | null;
}

/** The response of a code, as its page shows it; or why HTTP has none. `docsUrl` is the address of the page. */
export function responseOf({ api, code }: CodeOfApi, choice: Choice, docsUrl: string): MockAnswer | Refusal {
  const status = chosen(code.statuses, choice.status);
  if ('detail' in status) return status;
  if (!isFinal(status.status)) {
    const where = code.statuses.some((it) => isFinal(it.status)) ? ' Choose one of its other statuses.' : '';
    return refusal(501, 'no HTTP status', `This code has \`${status.status}\`, which is not an HTTP status.${where}`);
  }
  const examples = examplesOf(api, code, docsUrl, status);
  const example = choice.example === null ? examples[0] : examples.find(({ name }) => name === choice.example);
  if (example) return answerOf(status.status, example.response);
  if (choice.example !== null) {
    const names = examples.map(({ name }) => JSON.stringify(name)).join(', ') || 'none';
    return refusal(400, 'no such example', `The examples of this code: ${names}.`);
  }
  const headers = Object.entries(code.headers).map(([name, { value }]): [string, string] => [name, value]);
  return { status: status.status, phrase: status.title, headers: carried(headers), body: '' };
}

/** A success, for what is repeated until it succeeds. */
export const SUCCESS: MockAnswer = {
  status: 200,
  phrase: '',
  headers: [['Content-Type', 'application/json']],
  body: `${JSON.stringify({ ok: true }, null, 2)}\n`,
};

/** A refusal as a problem detail (RFC 9457); what it quotes of a registry is escaped, so that it steers no terminal. */
export function problem({ status, title, detail }: Refusal): MockAnswer {
  return {
    status,
    phrase: '',
    headers: [['Content-Type', 'application/problem+json']],
    body: `${asciiJson({ title, status, detail })}\n`,
  };
}

function asciiJson(value: object): string {
  return JSON.stringify(value, null, 2).replace(
    /[^\n -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function chosen(statuses: readonly Status[], wanted: string | null): Status | Refusal {
  const usual = wanted === null ? statuses[0] : statuses.find(({ status }) => String(status) === wanted);
  const known = statuses.map(({ status }) => status).join(', ');
  if (statuses.length === 0)
    return refusal(501, "this code's status isn't documented yet", 'Add `status` to its entry.');
  return usual ?? refusal(400, 'this code has another status', `The statuses of this code: ${known}.`);
}

/** A 1xx announces a response and is none (RFC 9110 section 15.2). */
function isFinal(status: number | string): status is number {
  return isHttpStatus(status) && status >= 200;
}

function answerOf(status: number, response: ExampleResponse): MockAnswer {
  const { statusLine, headers } = response;
  return {
    status,
    phrase: oneLine(statusLine.split(' ').slice(2).join(' ')),
    headers: carried(headers),
    // a line end is a part of a plain text, and of no other body
    body: bodyText(response) + (response.format === 'text' ? '' : '\n'),
  };
}

/** What frames a message is the server's own to say: the length is that of this body, and it is not compressed. */
const FRAMING = new Set(['content-length', 'transfer-encoding', 'content-encoding', 'trailer', 'connection']);

function carried(headers: [name: string, value: string][]): [name: string, value: string][] {
  return headers
    .filter(([name]) => !FRAMING.has(name.toLowerCase()))
    .map(([name, value]): [string, string] => [name, oneLine(value)]);
}

/** Without the control characters that a header's value must not hold (RFC 9110 section 5.5). */
function oneLine(value: string): string {
  return value.replace(/(?!\t)\p{Cc}/gu, '');
}
