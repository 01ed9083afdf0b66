import type { Api } from '../model/registry.ts';
import { TRANSIENT_4XX } from '../model/unknown-codes.ts';
import type { ApiArtifact } from './artifact.ts';
import { embed, type Runtimes } from './runtime.ts';
import { type Facts, factsOf, type Reference } from './snippets/facts.ts';
import { comment, inTypeScript } from './snippets/quote.ts';
import { matches, read } from './snippets/typescript.ts';

/** A client that does about each code what its policy says. */
export const handlerTs: ApiArtifact = {
  id: 'handler',
  path: 'handler.ts',
  mediaType: 'text/plain; charset=utf-8',
  summary: "A client's handling of every code, in TypeScript.",
  make: (api, _links, runtimes) => handlerOf(api, runtimes),
};

/**
 * A client for a whole API in TypeScript: one function in the place of `fetch` that repeats what may be repeated, as each
 * code's policy says, and throws everything else. A file by itself, with a line end at its end.
 */
export function handlerOf(api: Api, runtimes: Runtimes): string {
  const all = api.codes.flatMap((code) => factsOf(api, code) ?? []);
  const isKeyed = all.some(({ keyed }) => keyed);
  return embed(runtimes, 'handler.ts', {
    title: comment(`What a client does about the errors of ${api.title}.`, '//').join('\n'),
    rule: `type Rule = { policy: Policy; delay: number; attempts: number${isKeyed ? '; keyed?: boolean' : ''} };`,
    once: once(isKeyed).join('\n'),
    keyed: isKeyed ? '    const once = unsafe && !(rule.keyed && hasKey);' : '',
    error: `      throw new ApiError(${identifiedBy(all)}, rule.policy, response, body);`,
    rules: rules(api, all).join('\n'),
    after: `  const after = String(${after(all)} ?? '');`,
  });
}

/** Whether a request could take effect twice, which for keyed codes is so without a key alone. */
function once(isKeyed: boolean): string[] {
  const unsafe = "/^(post|patch)$/i.test(init.method ?? 'GET')";
  const key = isKeyed ? ', but with a key' : '';
  return [
    ...comment(`A POST or PATCH could take effect twice (RFC 9110, 9.2.2)${key}.`, '//', '  '),
    ...(isKeyed
      ? [`  const unsafe = ${unsafe};`, "  const hasKey = new Headers(init.headers).has('Idempotency-Key');"]
      : [`  const once = ${unsafe};`]),
  ];
}

/** By what an error is called: its code, where there is one, or its message. */
function identifiedBy(all: readonly Facts[]): string {
  const fields = all.flatMap(({ identity }) => (identity.by === 'status' ? [] : [identity.at]));
  return [...distinct(fields), 'response.status'].join(' ?? ');
}

/** What to do by code; codes that need no mention are those that an unknown code would be treated like. */
function rules(api: Api, all: readonly Facts[]): string[] {
  const fallback = unknown(api);
  const listed = all.filter((facts) => rule(facts) !== fallback);
  const byPlace = Map.groupBy(listed, ({ identity }) => (identity.by === 'code' ? read(identity.at) : ''));
  const others = (byPlace.get('') ?? []).map(
    (facts) => `  if (${matches(facts.identity)})\n    return ${rule(facts)};`,
  );
  byPlace.delete('');
  const byCode = [...byPlace].flatMap(([place, group]) => [
    `  switch (${place}) {`,
    ...[...Map.groupBy(group, rule)].flatMap(([is, members]) => [
      ...members.map(({ identity }) => `    case ${identity.by === 'code' ? literal(identity.value) : ''}:`),
      `      return ${is};`,
    ]),
    '  }',
  ]);
  return [
    'function ruleOf(response: Response, body: any): Rule {',
    ...byCode,
    ...others,
    ...comment('Every other code, and those that these docs do not list yet.', '//', '  '),
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

/** Where a response says how long to wait, as an expression. */
function after(all: readonly Facts[]): string {
  const fields = distinct(all.flatMap(({ after }) => after.field ?? []));
  return ["response.headers.get('Retry-After')", ...fields].join(' ?? ');
}

const literal = (value: string | number) => (typeof value === 'number' ? `${value}` : inTypeScript(value));

function distinct(fields: readonly Reference[]): string[] {
  return [...new Set(fields.map(read))];
}
