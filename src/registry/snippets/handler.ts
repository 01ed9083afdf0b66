import type { Api } from '../registry.ts';
import { TRANSIENT_4XX } from '../unknown-codes.ts';
import { type Facts, factsOf, type Reference } from './facts.ts';
import { inTypeScript, remark } from './quote.ts';
import { matches, read } from './typescript.ts';

/**
 * A client for a whole API in TypeScript: one function in the place of `fetch` that repeats what may be repeated, as each
 * code's policy says, and throws everything else. A file by itself, with a line end at its end.
 */
export function handlerOf(api: Api): string {
  const all = api.codes.flatMap((code) => factsOf(api, code) ?? []);
  const isKeyed = all.some(({ keyed }) => keyed);
  return [
    ...remark(`What a client does about the errors of ${api.title}.`, '//'),
    '',
    "type Policy = 'never' | 'refetch' | 'retry-after' | 'backoff';",
    `type Rule = { policy: Policy; delay: number; attempts: number${isKeyed ? '; keyed?: boolean' : ''} };`,
    '',
    ...ERROR,
    ...send(isKeyed, all),
    '',
    ...rules(api, all),
    '',
    ...pause(all),
    '',
  ].join('\n');
}

const ERROR = [
  '// An error response that is not repeated, or no longer.',
  '// After `refetch`, read the state, then decide on a new request.',
  'export class ApiError extends Error {',
  '  policy: Policy;',
  '  response: Response;',
  '  body: any;',
  '',
  '  constructor(told: unknown, policy: Policy, response: Response, body: any) {',
  '    super(String(told), { cause: response });',
  '    this.policy = policy;',
  '    this.response = response;',
  '    this.body = body;',
  '  }',
  '}',
  '',
];

function send(isKeyed: boolean, all: readonly Facts[]): string[] {
  const unsafe = "/^(post|patch)$/i.test(init.method ?? 'GET')";
  return [
    '// Sends a request, and repeats it as its errors ask for.',
    'export async function send(url: string, init: RequestInit = {}) {',
    ...remark(
      `A POST or PATCH could take effect twice (RFC 9110, 9.2.2)${isKeyed ? ', but with a key' : ''}.`,
      '//',
      '  ',
    ),
    ...(isKeyed
      ? [`  const unsafe = ${unsafe};`, "  const hasKey = new Headers(init.headers).has('Idempotency-Key');"]
      : [`  const once = ${unsafe};`]),
    '  for (let attempt = 1; ; attempt++) {',
    '    const response = await fetch(url, init);',
    '    if (response.ok) return response;',
    '    const body: any = await response.clone().json().catch(() => null);',
    '    const rule = ruleOf(response, body);',
    ...(isKeyed ? ['    const once = unsafe && !(rule.keyed && hasKey);'] : []),
    "    const repeats = rule.policy === 'backoff' || rule.policy === 'retry-after';",
    '    if (!repeats || once || attempt >= rule.attempts) {',
    `      throw new ApiError(${toldBy(all)}, rule.policy, response, body);`,
    '    }',
    '    const seconds = pauseOf(rule, attempt, response, body);',
    '    await new Promise((done) => setTimeout(done, seconds * 1000));',
    '  }',
    '}',
  ];
}

/** By what an error is called: its code, where there is one, or its message. */
function toldBy(all: readonly Facts[]): string {
  const fields = all.flatMap(({ sign }) => (sign.by === 'status' ? [] : [sign.at]));
  return [...distinct(fields), 'response.status'].join(' ?? ');
}

/** What to do by code; codes that need no mention are those that an unknown code would be treated like. */
function rules(api: Api, all: readonly Facts[]): string[] {
  const fallback = unknown(api);
  const told = all.filter((facts) => rule(facts) !== fallback);
  const byPlace = Map.groupBy(told, ({ sign }) => (sign.by === 'code' ? read(sign.at) : ''));
  const others = (byPlace.get('') ?? []).map((facts) => `  if (${matches(facts.sign)})\n    return ${rule(facts)};`);
  byPlace.delete('');
  const byCode = [...byPlace].flatMap(([place, group]) => [
    `  switch (${place}) {`,
    ...[...Map.groupBy(group, rule)].flatMap(([is, members]) => [
      ...members.map(({ sign }) => `    case ${sign.by === 'code' ? literal(sign.value) : ''}:`),
      `      return ${is};`,
    ]),
    '  }',
  ]);
  return [
    'function ruleOf(response: Response, body: any): Rule {',
    ...byCode,
    ...others,
    ...remark('Every other code, and those that these docs do not know yet.', '//', '  '),
    `  return ${fallback};`,
    '}',
  ];
}

function rule({ retry: { policy, delay, attempts }, keyed }: Pick<Facts, 'retry' | 'keyed'>): string {
  if (policy === 'never' || policy === 'refetch') return `{ policy: '${policy}', delay: 0, attempts: 1 }`;
  return `{ policy: '${policy}', delay: ${delay}, attempts: ${attempts}${keyed ? ', keyed: true' : ''} }`;
}

/** The API's own rule; where it has none, the status says whether an error may pass. */
function unknown({ unknownCodes }: Api): string {
  const standard = { policy: 'backoff', delay: 1, attempts: 5 } as const;
  if (unknownCodes) return rule({ retry: { ...standard, ...unknownCodes.retry }, keyed: false });
  const never = rule({ retry: { policy: 'never', delay: 1, attempts: 1 }, keyed: false });
  return `/^(${TRANSIENT_4XX.join('|')}|5..)$/.test(\`\${response.status}\`)\n    ? ${rule({ retry: standard, keyed: false })}\n    : ${never}`;
}

function pause(all: readonly Facts[]): string[] {
  const fields = distinct(all.flatMap(({ after }) => after.field ?? []));
  const after = ["response.headers.get('Retry-After')", ...fields].join(' ?? ');
  return [
    '// The seconds until the next attempt: what the response says, else a',
    '// delay that grows at random.',
    'function pauseOf({ policy, delay }: Rule, attempt: number, response: Response, body: any) {',
    `  const after = String(${after} ?? '');`,
    '  const date = (Date.parse(after) - Date.now()) / 1000;',
    '  const wait = /^\\d+(\\.\\d+)?$/.test(after) ? Number(after) : date;',
    '  if (!Number.isNaN(wait)) return Math.max(0, wait);',
    "  if (policy === 'retry-after') return delay;",
    '  const most = Math.min(Math.max(60, 5 * delay), delay * 2 ** attempt);',
    '  return delay + Math.random() * (most - delay);',
    '}',
  ];
}

const literal = (value: string | number) => (typeof value === 'number' ? `${value}` : inTypeScript(value));

function distinct(fields: readonly Reference[]): string[] {
  return [...new Set(fields.map(read))];
}
