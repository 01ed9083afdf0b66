import type { Facts, Reference, Sign } from './facts.ts';
import { drawOf, growing, KEYED, ONCE, SECONDS_OR_DATE, sentenceOf } from './purpose.ts';
import { inTypeScript, remark } from './quote.ts';

/** The snippet in TypeScript, on `fetch`. */
export function inTypeScriptOf(facts: Facts): string {
  const { retry, sign, after } = facts;
  const { policy, attempts } = retry;
  const reads = sign.by !== 'status' || (policy !== 'never' && policy !== 'refetch' && after.field);
  const body = reads ? ['    const body: any = await response.clone().json().catch(() => null);'] : [];
  const [head, tail] = [remark(sentenceOf(facts), '//'), callOf(facts)];
  if (policy === 'never') {
    return lines(
      head,
      'async function send(url: string, init?: RequestInit) {',
      '  const response = await fetch(url, init);',
      '  if (response.ok) return response;',
      body.map((it) => it.slice(2)),
      `  if (${matches(sign)}) {`,
      remark(facts.advice, '//', '    '),
      `    throw new Error(${inTypeScript(facts.code)}, { cause: response });`,
      '  }',
      '  return response; // another error',
      '}',
      tail,
    );
  }
  const stop = (also: string) => [
    `    if (response.ok ${also}|| attempt === ${attempts}) return response;`,
    body,
    `    if (${differs(sign)}) return response;`,
  ];
  if (policy === 'refetch') {
    return lines(
      head,
      'async function send(',
      '  url: string,',
      '  init: RequestInit,',
      '  read: Request,',
      '  decide: (state: any) => RequestInit | undefined,',
      ') {',
      '  for (let attempt = 1; ; attempt++) {',
      '    const response = await fetch(url, init);',
      stop(''),
      facts.pauses ? [`    await new Promise((done) => setTimeout(done, ${retry.delay} * 1000));`] : [],
      '    const state = await fetch(read);',
      '    const next = state.ok ? decide(await state.json()) : undefined;',
      '    if (!next) return response; // nothing that would help',
      '    init = next;',
      '  }',
      '}',
      tail,
    );
  }
  return lines(
    head,
    'async function send(url: string, init: RequestInit = {}) {',
    facts.keyed
      ? [
          '  const headers = new Headers(init.headers);',
          ...remark(KEYED, '//', '  '),
          "  if (!headers.has('Idempotency-Key')) headers.set('Idempotency-Key', crypto.randomUUID());",
        ]
      : [...remark(ONCE, '//', '  '), "  const once = /^(post|patch)$/i.test(init.method ?? 'GET');"],
    '  for (let attempt = 1; ; attempt++) {',
    `    const response = await fetch(url, ${facts.keyed ? '{ ...init, headers }' : 'init'});`,
    stop(facts.keyed ? '' : '|| once '),
    pause(facts),
    '    await new Promise((done) => setTimeout(done, seconds * 1000));',
    '  }',
    '}',
    tail,
  );
}

/** Lines that leave the seconds to wait in `seconds`. */
function pause(facts: Facts): string[] {
  const { retry, after, longest } = facts;
  const { policy, delay } = retry;
  const drawn = policy === 'backoff' ? `${delay} + Math.random() * (most - ${delay})` : `${delay}`;
  const draw =
    policy === 'backoff'
      ? [
          ...remark(drawOf(facts), '//', '    '),
          `    const most = Math.min(${longest}, ${growing(delay, '2 ** attempt')});`,
        ]
      : [];
  if (!after.header && !after.field) return [...draw, `    const seconds = ${drawn};`];
  const field = after.field && read(after.field);
  if (after.isNumber) return [...draw, `    const seconds = Number(${field} ?? ${drawn});`];
  const header = "response.headers.get('Retry-After')";
  const value = after.header ? `${header} ?? ${field ? `String(${field} ?? '')` : "''"}` : `String(${field} ?? '')`;
  return [
    ...draw,
    `    const after = ${value};`,
    ...remark(SECONDS_OR_DATE, '//', '    '),
    '    const date = (Date.parse(after) - Date.now()) / 1000;',
    '    const wait = /^\\d+$/.test(after) ? Number(after) : date;',
    `    const seconds = Number.isNaN(wait) ? ${drawn} : Math.max(0, wait);`,
  ];
}

function callOf({ request, retry: { policy } }: Facts): string[] {
  if (!request || policy === 'refetch') return [];
  const init = request.method === 'GET' ? '' : `, { method: '${request.method}' }`;
  return ['', `const response = await send(${inTypeScript(request.url)}${init});`];
}

/** A condition on `response` and `body` that holds for the code alone. */
export function matches(sign: Sign): string {
  if (sign.by === 'code') {
    const value = typeof sign.value === 'number' ? `${sign.value}` : inTypeScript(sign.value);
    return `${read(sign.at)} === ${value}`;
  }
  const status = `response.status === ${sign.status}`;
  if (sign.by === 'status') return status;
  const text = inTypeScript(sign.text);
  const said = sign.whole ? `${read(sign.at)} === ${text}` : `String(${read(sign.at)}).includes(${text})`;
  return `${status} && ${said}`;
}

function differs(sign: Sign): string {
  const condition = matches(sign);
  return sign.by === 'message' ? `!(${condition})` : condition.replace(' === ', ' !== ');
}

/** A field of `body`, whatever the body is. */
export function read({ path }: Reference): string {
  const step = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? `?.${key}` : `?.[${inTypeScript(key)}]`);
  return `body${path.map(step).join('')}`;
}

function lines(...parts: (string | (string | string[])[])[]): string {
  return parts.flat(2).join('\n');
}
