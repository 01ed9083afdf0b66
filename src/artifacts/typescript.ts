import { documentedFault } from '../model/documented-fault.ts';
import { carriesCode } from '../model/envelope/carried.ts';
import { endOfLifeOf } from '../model/lifecycle.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Json } from '../model/schema/field.ts';
import type { ApiArtifact, Links } from './artifact.ts';
import { envelopeBranches } from './branches.ts';
import { hasHiddenCodes, hasNamespaces } from './code-places.ts';
import { embed } from './runtime.ts';
import { bodyTypes } from './typescript-bodies.ts';
import { hiddenCodes, parserOf } from './typescript-formats.ts';
import { messageTables, retryEntry, tables } from './typescript-tables.ts';
import { docComment, literal, memberName, stringLiteral } from './typescript-text.ts';

/** Types, guards and retry rules for callers of the API: one module without dependencies, each part of it shaken off alone. */
export const typescript: ApiArtifact = {
  id: 'typescript',
  path: 'error-codes.ts',
  mediaType: 'text/plain; charset=utf-8',
  summary: 'Types, guards, retry rules, and docs addresses for TypeScript 5.0 and later.',
  make(api, links, runtimes) {
    const runtime = (name: string) => embed(runtimes, `typescript/${name}.ts`);
    const shapes = envelopeBranches(api);
    const byMessage = shapes.some(({ envelope }) => !carriesCode(envelope));
    const isHidden = hasHiddenCodes(api);
    return [
      headOf(api, links),
      codeTypes(api),
      runtime('types'),
      codeTable(api, links),
      bodyTypes(api, shapes),
      tables(api, shapes, links),
      ...(byMessage ? [messageTables(shapes)] : []),
      ...(isHidden
        ? [
            hiddenCodes(api),
            embed(runtimes, `typescript/${hasNamespaces(api) ? 'code-in-namespace' : 'code-in-response'}.ts`, {
              otherwise: otherwise(byMessage),
            }),
          ]
        : [runtime(byMessage ? 'code-by-message' : 'code-in-body')]),
      ...(byMessage ? [runtime('by-message')] : []),
      ...parserOf(api, runtimes),
      runtime('policies'),
      runtime('guards'),
      embed(runtimes, 'typescript/delays.ts', { code: codeInDelay(isHidden) }),
      runtime('docs'),
    ].join('\n');
  },
};

function otherwise(byMessage: boolean): string {
  return byMessage ? '  return codeByMessage(body, status);' : '  return undefined;';
}

function codeInDelay(isHidden: boolean): string {
  return isHidden
    ? '  const code = errorCodeOf(body, undefined, response.headers);'
    : '  const code = errorCodeOf(body);';
}

function headOf(api: Api, { api: address }: Links): string {
  return docComment([
    `Error codes of ${api.title}${api.version === undefined ? '' : ` (${api.version})`}, as ${address} documents them.`,
    'Derived from the error registry; a change made here is lost when it is generated again.',
  ]);
}

function codeTypes({ codes }: Api): string {
  const names = codes.map(({ code }) => `\n  | ${stringLiteral(code)}`).join('');
  return `${docComment(['The codes that the docs list; closed, so that a switch over them can be exhaustive.'])}export type KnownErrorCode =${names || ' never'};

${docComment(['What a body may carry as its code: new codes come without notice.'])}export type ErrorCode = KnownErrorCode | (string & {});
`;
}

/** The table of all codes; apart from the tables that functions read, so that it goes where nobody imports it. */
function codeTable(api: Api, links: Links): string {
  const entries = api.codes.map((code) => {
    const doc = docComment([code.meaning, links.code(code.code)], deprecationOf(code), '  ');
    return `${doc}  ${memberName(code.code)}: ${literal(tableEntry(code))},\n`;
  });
  return `${docComment(['What the registry says of each code. The first status is the usual one; delays are in milliseconds.'])}export const ERROR_CODES = {\n${entries.join('')}} as const;\n`;
}

function tableEntry(code: Code): { [name: string]: Json } {
  const { title, message, effect, retry } = code;
  const fault = documentedFault(code);
  return {
    statuses: allStatuses(code).map(({ status }) => status),
    ...(fault !== undefined && { fault }),
    ...(effect !== undefined && { effect }),
    retry: retryEntry(retry),
    ...(title !== undefined && { title }),
    ...(message !== undefined && { message }),
  };
}

function deprecationOf(code: Code): string[] {
  const end = endOfLifeOf(code);
  if (!end) return [];
  const since = end.since === undefined ? '' : ` since ${end.since}`;
  const use = end.replacedBy === undefined ? '' : ` Use ${end.replacedBy}.`;
  const reason = end.reason === undefined ? '' : ` ${end.reason}`;
  return [`@deprecated ${code.retired ? 'No longer sent' : 'Deprecated'}${since}.${use}${reason}`];
}
