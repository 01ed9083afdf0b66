import { IDEMPOTENT_METHODS } from '../../model/effect.ts';
import { isPart } from '../../model/envelope/carried.ts';
import { isElement } from '../../model/envelope/pointer.ts';
import { type Facts, type Identity, isInBody, type Reference } from './facts.ts';
import { aboutWrites, drawOf, exponential, SECONDS_OR_DATE, sentenceOf } from './purpose.ts';
import { comment, inTypeScript } from './quote.ts';

/** The snippet in TypeScript, on `fetch`. */
export function inTypeScriptOf(facts: Facts): string {
  const { retry, identity, after } = facts;
  const { policy, attempts } = retry;
  const reads = isInBody(identity) || (policy !== 'refetch' && after.field);
  const json = '    const body: any = await response.clone().json().catch(() => null);';
  const text = '    const text = await response.clone().text();';
  const body = facts.needle !== undefined ? [text] : reads ? [json] : [];
  const code = identity.by === 'code' && isApart(identity) ? [`    const code = ${codeIn(identity.at)};`] : [];
  const [head, tail] = [comment(sentenceOf(facts), '//'), callOf(facts)];
  const stop = (...also: string[]) => [
    `    if (${[...(facts.success ? [] : ['response.ok']), ...also, `attempt === ${attempts}`].join(' || ')}) return response;`,
    body,
    code,
    `    if (${differs(facts)}) return response;`,
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
      stop(),
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
    writes(facts),
    '  for (let attempt = 1; ; attempt++) {',
    `    const response = await fetch(url, ${facts.writes === 'with-key' ? '{ ...init, headers }' : 'init'});`,
    stop(...(facts.writes === 'never' ? ['once'] : [])),
    pause(facts),
    '    await new Promise((done) => setTimeout(done, seconds * 1000));',
    '  }',
    '}',
    tail,
  );
}

/** Lines that leave in `once` whether the request is sent once, or in `headers` the key with which it may be sent again. */
function writes(facts: Facts): string[] {
  const about = comment(aboutWrites(facts), '//', '  ');
  const name = inTypeScript(facts.keyHeader);
  switch (facts.writes) {
    case 'always':
      return about;
    case 'never':
      return [...about, `  const once = ${isWriteIn("init.method ?? 'GET'")};`];
    case 'with-key':
      return [
        '  const headers = new Headers(init.headers);',
        ...about,
        `  if (!headers.has(${name})) headers.set(${name}, crypto.randomUUID());`,
      ];
  }
}

/** A condition that holds for a method that is not idempotent. */
export function isWriteIn(method: string): string {
  return `!/^(${IDEMPOTENT_METHODS.join('|').toLowerCase()})$/i.test(${method})`;
}

/** Lines that leave the seconds to wait in `seconds`. */
function pause(facts: Facts): string[] {
  const { retry, after, longest } = facts;
  const { policy, delay } = retry;
  const drawn = policy === 'backoff' ? `${delay} + Math.random() * (most - ${delay})` : `${delay}`;
  const draw =
    policy === 'backoff'
      ? [
          ...comment(drawOf(facts), '//', '    '),
          `    const most = Math.min(${longest}, ${exponential(delay, '2 ** attempt')});`,
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
    ...comment(SECONDS_OR_DATE, '//', '    '),
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
export function matches(identity: Identity): string {
  if (identity.by === 'code') {
    const value = typeof identity.value === 'number' ? `${identity.value}` : inTypeScript(identity.value);
    const { namespace } = identity;
    const within = namespace ? `${read(namespace.at)} === ${inTypeScript(namespace.value)} && ` : '';
    return `${within}${read(identity.at)} === ${value}`;
  }
  const status = `response.status === ${identity.status}`;
  if (identity.by === 'status') return status;
  const text = inTypeScript(identity.text);
  const said = identity.whole ? `${read(identity.at)} === ${text}` : `String(${read(identity.at)}).includes(${text})`;
  return `${status} && ${said}`;
}

function differs({ identity, needle, namespaceNeedle }: Facts): string {
  if (needle !== undefined) {
    const other = namespaceNeedle === undefined ? '' : `!text.includes(${inTypeScript(namespaceNeedle)}) || `;
    const status = identity.by === 'message' ? `response.status !== ${identity.status} || ` : '';
    return `${status}${other}!text.includes(${inTypeScript(needle)})`;
  }
  if (identity.by === 'code' && isApart(identity)) {
    const { namespace } = identity;
    const other = namespace ? `${read(namespace.at)} !== ${inTypeScript(namespace.value)} || ` : '';
    return `${other}code !== ${inTypeScript(String(identity.value))}`;
  }
  const condition = matches(identity);
  return identity.by === 'message' || (identity.by === 'code' && identity.namespace)
    ? `!(${condition})`
    : condition.replace(' === ', ' !== ');
}

/** Whether a code takes a line to read it: from a header, or from a longer value. */
function isApart({ at }: Extract<Identity, { by: 'code' }>): boolean {
  return at.header !== undefined || isPart(at);
}

/** The code in a header or a longer value, as an expression. */
function codeIn({ header, after, until, ...at }: Reference): string {
  const value = header === undefined ? `String(${read(at)})` : `response.headers.get(${inTypeScript(header)})`;
  const optional = header === undefined ? '' : '?';
  const before = until === undefined ? '' : `${optional}.split(${inTypeScript(until)})[0]`;
  if (after === undefined) return value + before;
  return `${value}${before}${before === '' ? optional : '?'}.split(${inTypeScript(after)}).at(-1)`;
}

/** A field of `body`, whatever the body is, or a header of `response`; of a longer value the code in it. */
export function read({ path, header, after, until }: Reference): string {
  const step = (key: string, index: number) => {
    if (index > 0 && isElement(key)) return `?.[${key}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `?.${key}` : `?.[${inTypeScript(key)}]`;
  };
  const value =
    header === undefined ? `body${path.map(step).join('')}` : `response.headers.get(${inTypeScript(header)})`;
  if (after === undefined && until === undefined) return header === undefined ? value : `(${value} ?? undefined)`;
  const before = until === undefined ? '' : `.split(${inTypeScript(until)})[0]!`;
  return `(String(${value} ?? '')${before}${after === undefined ? '' : `.split(${inTypeScript(after)}).at(-1)`} || undefined)`;
}

function lines(...parts: (string | (string | string[])[])[]): string {
  return parts.flat(2).join('\n');
}
