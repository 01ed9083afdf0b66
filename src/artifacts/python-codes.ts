import type { Api } from '../model/registry.ts';
import { type CodePlace, codeHeaders, codePlaces, type HeaderPlace, hasNamespaces } from './code-places.ts';
import { embed, type Runtimes } from './runtime.ts';
import { quoted } from './source-text.ts';

/** The code in its namespace. */
export const NAMED = `    named = _code_in_namespace(body)
    if named is not None:
        return named`;

/** The code in a value that holds more. */
export const PART = '            return _code_in(found, *_CODE_PARTS.get(pointer, ("", "")))';

/** Where the codes of an API are, if it takes more than a look at a field of the body. */
export function hiddenCodes(api: Api, runtimes: Runtimes): string {
  return hasNamespaces(api) ? namespaces(api, runtimes) : parts(api, runtimes);
}

/** The places of codes with what says their namespaces, and the functions that read them. */
function namespaces(api: Api, runtimes: Runtimes): string {
  const said = ({ after = '', until = '', from, namespaces }: CodePlace | HeaderPlace) => [
    quoted(after),
    quoted(until),
    tuple(from.map(quoted)),
    tuple(namespaces.map(quoted)),
  ];
  const places = codePlaces(api).map((it) => `    ${tuple([tuple(it.path.map(quoted)), ...said(it)])},`);
  const headers = codeHeaders(api).map((it) => `    ${tuple([quoted(it.header), ...said(it)])},`);
  const list = (head: string, rows: readonly string[]) => [`${head} = (`, ...rows, ')'].join('\n');
  return [
    '# Where codes are, the characters between which a longer value holds them, and what says their namespaces.',
    list(`_CODE_PLACES: Final[Tuple[Tuple[Tuple[str, ...], ${SAID}], ...]]`, places),
    list(`_CODE_HEADERS: Final[Tuple[Tuple[str, ${SAID}], ...]]`, headers),
    `\n\n${embed(runtimes, 'python/namespaces.py')}`,
  ].join('\n');
}

const SAID = 'str, str, Tuple[str, ...], Tuple[str, ...]';

function parts(api: Api, runtimes: Runtimes): string {
  const parts = codePlaces(api).map(
    ({ path, after = '', until = '' }) => `    ${tuple(path.map(quoted))}: (${quoted(after)}, ${quoted(until)}),`,
  );
  const headers = codeHeaders(api).map(({ header, after = '', until = '' }) =>
    tuple([header, after, until].map(quoted)),
  );
  return [
    '# The characters between which a longer value holds its code.',
    ['_CODE_PARTS: Final[Mapping[Tuple[str, ...], Tuple[str, str]]] = {', ...parts, '}'].join('\n'),
    `_CODE_HEADERS: Final[Tuple[Tuple[str, str, str], ...]] = ${tuple(headers)}`,
    `\n\n${embed(runtimes, 'python/hidden_codes.py')}`,
  ].join('\n');
}

/** A tuple of Python with these expressions. */
export function tuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}
