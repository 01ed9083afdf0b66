import { CODES_PATH } from '../model/addresses.ts';
import { documentedFault } from '../model/documented-fault.ts';
import { tokensOf } from '../model/envelope/pointer.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Json } from '../model/schema/field.ts';
import { TRANSIENT_4XX } from '../model/unknown-codes.ts';
import type { ApiArtifact, Links } from './artifact.ts';
import { hasHiddenCodes, hasNamespaces } from './code-places.ts';
import { hasOtherFormats, hasXml, textForms, xmlTypes } from './formats.ts';
import { aboutCode, codesByMessage, endOfLifeText, httpStatuses, idempotencyText } from './known.ts';
import { hiddenCodes, NAMED, PART, tuple } from './python-codes.ts';
import { embed, type Runtimes } from './runtime.ts';
import { type Member, pointersOf, readsElements, type Shape, shapesOf } from './shapes.ts';
import { oneLine, quoted } from './source-text.ts';

/** The codes as a typed module for Python 3.9 and later that imports the standard library alone. */
export const python: ApiArtifact = {
  id: 'python',
  path: 'error_codes.py',
  mediaType: 'text/plain; charset=utf-8',
  summary: 'The codes as a typed Python module: facts, guards, delays, and docs addresses.',
  make(api, links, runtimes) {
    const isHidden = hasHiddenCodes(api);
    const more = [...(isHidden ? [hiddenCodes(api, runtimes)] : []), ...parserOf(api, runtimes)];
    return embed(runtimes, 'python/error_codes.py', {
      namespaces: hasNamespaces(api) ? NAMED : '',
      part: isHidden && !hasNamespaces(api) ? PART : '            return found',
      elements: readsElements(api) ? ELEMENTS : '',
      head: apart([
        `"""Error codes of ${docstring(api.title)}, generated from its error registry."""`,
        '# Generated file: change the registry, and generate it again.',
      ]),
      codes: apart([known(api.codes), table(api.codes), places(api, links), unknownRule(api)]),
      bodies: apart([...more, bodies(api)]),
    });
  },
};

/** The first element of an array counts: the first error of a response. */
const ELEMENTS = `        # of several errors the first
        if isinstance(here, list) and here:
            here = here[0]
            continue`;

/** A function that reads the text of bodies of which some are not JSON, with what it needs; none where all are. */
function parserOf(api: Api, runtimes: Runtimes): string[] {
  if (!hasOtherFormats(api)) return [];
  const [isXml, texts] = [hasXml(api), textForms(api)];
  const others = [...(isXml ? ['_xml_body(text)'] : []), ...(texts.length > 0 ? ['_text_body(text)'] : [])];
  const types = (all: Record<string, string>) =>
    `{${Object.entries(all)
      .map(([name, type]) => `${quoted(name)}: ${quoted(type)}`)
      .join(', ')}}`;
  const forms = texts.map((form) => `(${tuple(form.parts.map(quoted))}, ${types(form.types)})`);
  return [
    embed(runtimes, 'python/parse_body.py', { others: `        found = ${others.join(' or ')}` }),
    ...(isXml
      ? [`_XML_TYPES: Final[Mapping[str, str]] = ${types(xmlTypes(api))}\n\n\n${embed(runtimes, 'python/xml_body.py')}`]
      : []),
    ...(forms.length > 0
      ? [
          `_TEXTS: Final[Tuple[Tuple[Tuple[str, ...], Mapping[str, str]], ...]] = ${tuple(forms)}\n\n\n${embed(runtimes, 'python/text_body.py')}`,
        ]
      : []),
  ];
}

/** With two lines between definitions at the top level, as formatters want it. */
function apart(parts: readonly string[]): string {
  return parts.map((part) => part.trim()).join('\n\n\n');
}

/** A text for a comment; checkers of types read comments that begin with their names. */
function comment(text: string): string {
  return oneLine(text).replace(/^(type|mypy|pyright|pylint|ruff|fmt):/i, '$1 :');
}

function docstring(text: string): string {
  return quoted(oneLine(text)).slice(1, -1);
}

function known(codes: readonly Code[]): string {
  if (codes.length === 0) return 'KnownCode = str';
  const lines = codes.flatMap((code) => {
    const end = endOfLifeText(code);
    return [
      `    # ${comment(aboutCode(code))}`,
      ...(end === undefined ? [] : [`    # Deprecated: ${end}`]),
      `    ${quoted(code.code)},`,
    ];
  });
  return [
    '# The codes that the registry lists; an API may send others at any time.',
    'KnownCode = Literal[',
    ...lines,
    ']',
  ].join('\n');
}

function table(codes: readonly Code[]): string {
  const lines = codes.map((code) => {
    const { retry, effect, retired, deprecated } = code;
    const values = [
      tuple(httpStatuses(code).map(String)),
      quoted(retry.policy),
      optional(documentedFault(code)),
      String(retry.delay ?? 'None'),
      String(retry.attempts ?? 'None'),
      optional((retired ?? deprecated)?.replacedBy),
      optional(effect),
    ];
    return `    ${quoted(code.code)}: ErrorInfo(${values.join(', ')}),`;
  });
  return ['# What the registry says of each code.', 'ERRORS: Final[Mapping[str, ErrorInfo]] = {', ...lines, '}'].join(
    '\n',
  );
}

/** Where bodies hold what the functions look for, and where the pages stand. */
function places(api: Api, links: Links): string {
  const pointers = (name: string, all: readonly string[]) =>
    `${name}: Final[Tuple[Tuple[str, ...], ...]] = ${tuple(all.map((it) => tuple(tokensOf(it).map(quoted))))}`;
  const byMessage = codesByMessage(api);
  const messages = [...byMessage].map(
    ([message, codes]) => `    ${quoted(message)}: ${tuple(codes.map(({ code }) => quoted(code)))},`,
  );
  return [
    pointers('_CODES', hasNamespaces(api) ? [] : pointersOf(api, 'code')),
    pointers('_DELAYS', pointersOf(api, 'retryAfter')),
    pointers('_MESSAGES', byMessage.size > 0 ? pointersOf(api, 'message') : []),
    ['_BY_MESSAGE: Final[Mapping[str, Tuple[str, ...]]] = {', ...messages, '}'].join('\n'),
    `# ${comment(idempotencyText(api.idempotency))}\nIDEMPOTENCY_HEADER: Final[Optional[str]] = ${optional(api.idempotency?.header)}`,
    `_DOCS: Final = ${quoted(`${links.api}${CODES_PATH}`)}`,
  ].join('\n');
}

function unknownRule({ unknownCodes }: Api): string {
  const own = unknownCodes?.retry && [
    '    if code is not None:',
    `        # ${comment(unknownCodes.meaning)}`,
    `        return ${quoted(unknownCodes.retry.policy)}`,
  ];
  return [
    'def _unknown(code: Optional[str], status: Optional[int]) -> RetryPolicy:',
    ...(own ?? []),
    `    passes = status is not None and (status in ${tuple(TRANSIENT_4XX.map(String))} or 500 <= status <= 599)`,
    '    return "backoff" if passes else "never"',
  ].join('\n');
}

function optional(text: string | undefined): string {
  return text === undefined ? 'None' : quoted(text);
}

function bodies(api: Api): string {
  const { shapes, aliases } = shapesOf(api, new Set());
  const others = aliases.map(({ name, of }) => `${name} = ${of}`).join('\n');
  return apart([...shapes.map(typedDict), others]);
}

/** In the form of a call, for a class could not name every member; in two parts where some members may be missing. */
function typedDict({ name, about, members }: Shape): string {
  const above = `# ${comment(about)}`;
  const always = members.filter(({ required }) => required);
  const sometimes = members.filter(({ required }) => !required);
  if (sometimes.length === 0) return `${above}\n${dictionary(name, always, '')}\n`;
  if (always.length === 0) return `${above}\n${dictionary(name, sometimes, ', total=False')}\n`;
  return [
    dictionary(`_${name}Always`, always, ''),
    dictionary(`_${name}Sometimes`, sometimes, ', total=False'),
    '',
    above,
    `class ${name}(_${name}Always, _${name}Sometimes):`,
    '    pass',
    '',
  ].join('\n');
}

function dictionary(name: string, members: readonly Member[], total: string): string {
  const lines = members.flatMap((member) => [
    ...(member.meaning === undefined ? [] : [`        # ${comment(member.meaning)}`]),
    `        ${quoted(member.name)}: ${typeOf(member)},`,
  ]);
  return [`${name} = TypedDict(`, `    "${name}",`, '    {', ...lines, `    }${total},`, ')'].join('\n');
}

function typeOf({ type, const: only, shape }: Member): string {
  if (only !== undefined && isLiteral(only)) return `Literal[${literal(only)}]`;
  if (type === 'array') return `List[${shape ?? 'Any'}]`;
  return shape ?? TYPES[type]!;
}

/** Python has literal types for these, and not for floating point. */
function isLiteral(value: Json): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

const TYPES: Record<string, string> = {
  string: 'str',
  integer: 'int',
  number: 'float',
  boolean: 'bool',
  object: 'Dict[str, Any]',
  null: 'None',
};
