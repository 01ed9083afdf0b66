import { effectOfStatus, UNKNOWN_4XX } from '../model/effect.ts';
import { envelopeOf } from '../model/envelope/of-code.ts';
import { isHttpStatus } from '../model/http.ts';
import type { Api, Code } from '../model/registry.ts';
import { requestOf } from '../model/request.ts';
import type { Idempotency } from '../model/schema/api.ts';
import type { ApiArtifact } from './artifact.ts';
import { hasOtherFormats } from './formats.ts';
import { namespaceParts } from './handler-codes.ts';
import { codesThere, pathLine, requestPattern } from './handler-operations.ts';
import { distinct, type Handled, rules } from './handler-rules.ts';
import { codesOf, isSeveral } from './handler-several.ts';
import { failures, received } from './handler-success.ts';
import { httpStatuses } from './known.ts';
import { embed, type Runtimes } from './runtime.ts';
import { type Facts, factsOf } from './snippets/facts.ts';
import { comment, inTypeScript } from './snippets/quote.ts';
import { isWriteIn } from './snippets/typescript.ts';
import { parserOf } from './typescript-formats.ts';

/** A client that does about each code what its policy says. */
export const handlerTs: ApiArtifact = {
  id: 'handler',
  path: 'handler.ts',
  mediaType: 'text/plain; charset=utf-8',
  summary: 'A client that handles every code, in TypeScript.',
  make: (api, _links, runtimes) => handlerOf(api, runtimes),
};

/**
 * A client for a whole API in TypeScript: one function in the place of `fetch` that retries what may be retried, as each
 * code's policy says, and throws everything else. A file by itself, with a line end at its end.
 */
export function handlerOf(api: Api, runtimes: Runtimes): string {
  const all = api.codes.flatMap((code) => handledOf(api, code));
  const there = codesThere(api).flatMap(({ code, requests }) =>
    handledOf(api, code).map((handled) => ({ ...handled, requests })),
  );
  const own = rules(api, all, there);
  const keyed = api.idempotency && keyedRequests(api, api.idempotency);
  const parser = [...parserOf(api, runtimes), ...namespaceParts(api, runtimes)].map(
    (part) => `\n${part.replace('export function', 'function')}`,
  );
  const text = embed(runtimes, 'handler.ts', {
    title: comment(`A client that handles the errors of the ${api.title}.`, '//').join('\n'),
    writes: writes(api, keyed, own.readsRequest).join('\n'),
    ok: received(all, hasOtherFormats(api)).join('\n'),
    rule: `    const { effect = effectOf(response), ...rule } = ruleOf(response, body${own.readsRequest ? ', request' : ''});`,
    safe: `    const isSafe = !isWrite || effect === 'none'${keyed ? " || (effect === 'unknown' && isKeyed)" : ''};`,
    error: `      throw new ApiError(${identifiedBy(all)}, rule.policy, effect, response, body);`,
    effects: effects(keyed).join('\n'),
    rules: [...failures(all), ...own.lines].join('\n'),
    after: `  const after = String(${after(all)} ?? '');`,
  });
  return text + parser.join('');
}

/** What a handler says of a code; nothing of one that is no response. */
function handledOf(api: Api, code: Code): Handled[] {
  const facts = factsOf(api, code);
  return facts
    ? [{ ...facts, effect: effectToName(code), statuses: httpStatuses(code), envelope: envelopeOf(api, code) }]
    : [];
}

/** The effect of a code where its statuses don't say the same; undefined where they do. */
function effectToName({ effect, statuses }: Code): Facts['effect'] {
  const isSaid = statuses.every(({ status }) => !isHttpStatus(status) || effectOfStatus(status) === effect);
  return isSaid ? undefined : effect;
}

/** Which requests the API carries out once if they have the same key: those with the header, or those of some operations. */
interface Keyed {
  header: string;
  /** A regular expression for method and path; undefined where it is all of them. */
  requests: string | undefined;
}

/** Undefined where no operation is named by a method and a path, so that no request is known to be one of them. */
function keyedRequests(api: Api, { header, operations }: Idempotency): Keyed | undefined {
  if (!operations) return { header, requests: undefined };
  const named = operations.filter((operation) => requestOf(operation));
  if (named.length === 0) return undefined;
  const each = named.map((operation) => requestPattern(api, { operation }));
  return { header, requests: `/^(?:${each.join('|')})$/` };
}

/** Whether a request could take effect twice. */
function writes(api: Api, keyed: Keyed | undefined, readsRequest: boolean): string[] {
  const key = keyed ? ', or if it has a key that the API honors' : '';
  const retried = `It is retried if it wasn't carried out${key}.`;
  const has = keyed && `new Headers(init.headers).has(${inTypeScript(keyed.header)})`;
  return [
    ...comment(`A POST, PATCH or unknown method could take effect twice (RFC 9110, 9.2.2). ${retried}`, '//', '  '),
    "  const method = (init.method ?? 'GET').toUpperCase();",
    `  const isWrite = ${isWriteIn('method')};`,
    ...(readsRequest ? [pathLine(api), `  const request = ${REQUEST};`] : []),
    ...(keyed && !keyed.requests ? [`  const isKeyed = ${has};`] : []),
    ...(keyed?.requests
      ? [
          `  const hasKey = ${has};`,
          ...(readsRequest ? [] : [pathLine(api)]),
          `  const isKeyed = hasKey && KEYED.test(${readsRequest ? 'request' : REQUEST});`,
        ]
      : []),
  ];
}

const REQUEST = `\`\${method} \${pathname}\``;

function effects(keyed: Keyed | undefined): string[] {
  const why = `A 4xx says that the request was rejected; ${UNKNOWN_4XX} and every other status don't say whether it was carried out.`;
  return [
    ...comment(why, '//'),
    'function effectOf({ status }: Response): Effect {',
    `  return status >= 400 && status <= 499 && status !== ${UNKNOWN_4XX} ? 'none' : 'unknown';`,
    '}',
    ...(keyed?.requests
      ? ['', ...comment('The operations for which the API honors the key.', '//'), `const KEYED = ${keyed.requests};`]
      : []),
    '',
  ];
}

/** By what an error is called: its code, where there is one, or its message. */
function identifiedBy(all: readonly Facts[]): string {
  const byCode = isSeveral(all) ? [`${codesOf(all)}[0]`] : [];
  const others = byCode.length > 0 ? all.filter(({ identity }) => identity.by !== 'code') : all;
  const fields = others.flatMap(({ identity }) => (identity.by === 'status' ? [] : [identity.at]));
  return [...byCode, ...distinct(fields), 'response.status'].join(' ?? ');
}

/** Where a response says how long to wait, as an expression. */
function after(all: readonly Facts[]): string {
  const fields = distinct(all.flatMap(({ after }) => after.field ?? []));
  return ["response.headers.get('Retry-After')", ...fields].join(' ?? ');
}
