import { CODES_PATH } from '../model/addresses.ts';
import { documentedFault } from '../model/documented-fault.ts';
import { tokensOf } from '../model/envelope/pointer.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Effect, Fault } from '../model/schema/code.ts';
import type { RetryPolicy } from '../model/schema/retry.ts';
import { TRANSIENT_4XX } from '../model/unknown-codes.ts';
import type { ApiArtifact, Links } from './artifact.ts';
import {
  type CodePlace,
  codeHeaders,
  codePlaces,
  type HeaderPlace,
  hasHiddenCodes,
  hasNamespaces,
} from './code-places.ts';
import { hasXml, type TextForm, textForms, xmlTypes } from './formats.ts';
import { DECLARED, importsOf } from './go-names.ts';
import { struct } from './go-structs.ts';
import { comment, string } from './go-text.ts';
import { namesFor, pascalCase } from './identifiers.ts';
import { aboutCode, codesByMessage, endOfLifeText, httpStatuses, idempotencyText } from './known.ts';
import { embed } from './runtime.ts';
import { pointersOf, readsElements, shapesOf } from './shapes.ts';

/*
 * The text is as gofmt would write it. What gofmt aligns over lines (values of constants, keys, comments behind code)
 * does not occur: declarations are divided by empty lines, and the table is a list.
 */

/** The codes as a package for Go 1.19 and later that imports the standard library alone. */
export const go: ApiArtifact = {
  id: 'go',
  path: 'errorcodes.go',
  mediaType: 'text/plain; charset=utf-8',
  summary: 'The codes as a Go package: constants, facts, delays, and docs addresses.',
  make(api, links, runtimes) {
    const names = namesFor(
      api.codes.map(({ code }) => code),
      (code) => `Code${pascalCase(code, '')}`,
      new Set(DECLARED),
    );
    const [isHidden, isNamed] = [hasHiddenCodes(api), hasNamespaces(api)];
    const [isXml, texts] = [hasXml(api), textForms(api)];
    const others = isXml ? 'xmlBody(body)' : texts.length > 0 ? 'textBody(body)' : 'nil';
    const taken = new Set([...DECLARED, ...names.values()]);
    const { shapes, aliases } = shapesOf(api, taken, true);
    const parts = [
      '// Code generated from an error registry. DO NOT EDIT.',
      `// Package ${packageName(api.id)} ${comment(`holds the error codes of ${api.title}.`)}\npackage ${packageName(api.id)}`,
      importsOf(isXml),
      embed(runtimes, 'go/types.go'),
      constants(api.codes, names),
      table(api.codes, names),
      places(api, links, names),
      unknownRule(api),
      embed(runtimes, 'go/functions.go', {
        elements: readsElements(api) ? ELEMENTS : '',
        namespaces: isNamed ? NAMED : '',
        part: isHidden && !isNamed ? PART : '\t\t\treturn Code(code), true',
        others: isXml && texts.length > 0 ? EITHER : `\t\treturn ${others}`,
      }),
      ...(isHidden ? [hiddenCodes(api), embed(runtimes, `go/${isNamed ? 'namespaces' : 'hidden'}.go`)] : []),
      ...(isHidden ? [embed(runtimes, 'go/separators.go')] : []),
      ...(isXml ? [listsOf(api), embed(runtimes, 'go/xml.go')] : []),
      ...(texts.length > 0 ? [formsOf(texts), embed(runtimes, 'go/text.go')] : []),
      ...shapes.map(struct),
      aliases.map(({ name, of }) => `type ${name} = ${of}`).join('\n'),
    ];
    return `${parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n\n')}\n`;
  },
};

/** A package's name (Go specification): small letters and digits, no keyword, and not `main`, which would be a program. */
function packageName(id: string): string {
  const name = id.replace(/[^a-z0-9]/g, '');
  return /^[a-z]/.test(name) && !KEYWORDS.has(name) ? name : `api${name}`;
}

const KEYWORDS = new Set(
  'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var main'.split(
    ' ',
  ),
);

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function constants(codes: readonly Code[], names: ReadonlyMap<string, string>): string {
  if (codes.length === 0) return '';
  const lines = codes.map((code) => {
    const name = names.get(code.code)!;
    const end = endOfLifeText(code);
    return [
      `\t// ${name}: ${comment(aboutCode(code))}`,
      ...(end === undefined ? [] : ['\t//', `\t// Deprecated: ${comment(end)}`]),
      `\t${name} Code = ${string(code.code)}`,
    ].join('\n');
  });
  return [
    '// The codes that the registry lists; the API may send others at any time.',
    'const (',
    lines.join('\n\n'),
    ')',
  ].join('\n');
}

function table(codes: readonly Code[], names: ReadonlyMap<string, string>): string {
  const rows = codes.map((code) => {
    const { retry, effect, retired, deprecated } = code;
    const fault = documentedFault(code);
    const replacedBy = (retired ?? deprecated)?.replacedBy;
    const members = [
      `Code: ${names.get(code.code)}`,
      `Statuses: []int{${httpStatuses(code).join(', ')}}`,
      `Retry: ${POLICIES[retry.policy]}`,
      ...(fault === undefined ? [] : [`Fault: ${FAULTS[fault]}`]),
      ...(effect === undefined ? [] : [`Effect: ${EFFECTS[effect]}`]),
      ...(retry.delay === undefined ? [] : [`Delay: ${Math.round(retry.delay * 1000)} * time.Millisecond`]),
      ...(retry.attempts === undefined ? [] : [`Attempts: ${retry.attempts}`]),
      ...(replacedBy === undefined ? [] : [`ReplacedBy: ${string(replacedBy)}`]),
    ];
    return `\t{${members.join(', ')}},`;
  });
  return list('// Errors is what the registry says of each code, in its order.\nvar Errors = []ErrorInfo', rows);
}

const POLICIES: Record<RetryPolicy, string> = {
  never: 'RetryNever',
  refetch: 'RetryRefetch',
  'retry-after': 'RetryAfter',
  backoff: 'RetryBackoff',
};

const FAULTS: Record<Fault, string> = { caller: 'FaultCaller', service: 'FaultService', upstream: 'FaultUpstream' };

const EFFECTS: Record<Effect, string> = { none: 'EffectNone', unknown: 'EffectUnknown', done: 'EffectDone' };

const PART =
  '\t\t\tparts := codeParts[strings.Join(pointer, "/")]\n\t\t\treturn Code(codeIn(code, parts[0], parts[1])), true';

const EITHER = `\t\tif found := xmlBody(body); found != nil {
\t\t\treturn found
\t\t}
\t\treturn textBody(body)`;

const NAMED = `\tif code, found := codeInNamespace(decoded); found {
\t\treturn code, true
\t}`;

/** The places of codes, with what says their namespaces. */
function namespaces(api: Api): string {
  const texts = (all: readonly string[]) => `[]string{${all.map(string).join(', ')}}`;
  const place = (name: string, path: readonly string[], it: CodePlace | HeaderPlace) =>
    `\t{${[string(name), texts(path), string(it.after ?? ''), string(it.until ?? ''), texts(it.from), texts(it.namespaces)].join(', ')}},`;
  return [
    list(
      'var codePlaces = []codePlace',
      codePlaces(api).map((it) => place('', it.path, it)),
    ),
    list(
      'var codeHeaders = []codePlace',
      codeHeaders(api).map((it) => place(it.header, [], it)),
    ),
  ].join('\n\n');
}

function hiddenCodes(api: Api): string {
  if (hasNamespaces(api)) return namespaces(api);
  const parts = codePlaces(api).map(
    ({ path, after = '', until = '' }) => `\t${string(path.join('/'))}: {${string(after)}, ${string(until)}},`,
  );
  const headers = codeHeaders(api).map(
    ({ header, after = '', until = '' }) => `\t{${[header, after, until].map(string).join(', ')}},`,
  );
  return [list('var codeParts = map[string][2]string', parts), list('var codeHeaders = [][3]string', headers)].join(
    '\n\n',
  );
}

/** The elements of XML that may be there several times. */
function listsOf(api: Api): string {
  const lists = Object.entries(xmlTypes(api)).filter(([, type]) => type === 'array');
  return list(
    'var xmlLists = map[string]bool',
    lists.map(([path]) => `\t${string(path)}: true,`),
  );
}

function formsOf(texts: readonly TextForm[]): string {
  return list(
    'var textForms = [][]string',
    texts.map(({ parts }) => `\t{${parts.map(string).join(', ')}},`),
  );
}

/** The first element of an array counts: the first error of a response. */
const ELEMENTS = `\t\t// of several errors the first
\t\tif list, isList := here.([]any); isList {
\t\t\tif len(list) == 0 {
\t\t\t\treturn "", false
\t\t\t}
\t\t\there = list[0]
\t\t\tcontinue
\t\t}`;

/** Where bodies hold what the functions look for, and where the pages stand. */
function places(api: Api, links: Links, names: ReadonlyMap<string, string>): string {
  const pointers = (name: string, all: readonly string[]) =>
    list(
      `var ${name} = [][]string`,
      all.map((it) => `\t{${tokensOf(it).map(string).join(', ')}},`),
    );
  const byMessage = codesByMessage(api);
  const messages = [...byMessage].flatMap(([message, codes]) =>
    codes.map(({ code }) => `\t{${string(message)}, ${names.get(code)}},`),
  );
  return [
    pointers('codePointers', hasNamespaces(api) ? [] : pointersOf(api, 'code')),
    pointers('delayPointers', pointersOf(api, 'retryAfter')),
    pointers('messagePointers', byMessage.size > 0 ? pointersOf(api, 'message') : []),
    list('var byMessage = []struct {\n\tmessage string\n\tcode    Code\n}', messages),
    `// IdempotencyHeader is ${comment(lowerFirst(idempotencyText(api.idempotency)))}\nconst IdempotencyHeader = ${string(api.idempotency?.header ?? '')}`,
    `const docsBase = ${string(`${links.api}${CODES_PATH}`)}`,
  ].join('\n\n');
}

function list(head: string, rows: readonly string[]): string {
  return rows.length === 0 ? `${head}{}` : [`${head}{`, ...rows, '}'].join('\n');
}

function unknownRule({ unknownCodes }: Api): string {
  const own = unknownCodes?.retry && [
    `\t// ${comment(unknownCodes.meaning)}`,
    '\tif code != "" {',
    `\t\treturn ${POLICIES[unknownCodes.retry.policy]}`,
    '\t}',
  ];
  return [
    'func policyOfUnknown(code Code, status int) RetryPolicy {',
    ...(own ?? []),
    `\tif ${TRANSIENT_4XX.map((it) => `status == ${it}`).join(' || ')} || status >= 500 && status <= 599 {`,
    '\t\treturn RetryBackoff',
    '\t}',
    '\treturn RetryNever',
    '}',
  ].join('\n');
}
