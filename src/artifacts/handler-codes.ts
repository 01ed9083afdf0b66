import type { Api } from '../model/registry.ts';
import { type CodePlace, codeHeaders, codePlaces, type HeaderPlace, hasNamespaces } from './code-places.ts';
import { embed, type Runtimes } from './runtime.ts';
import { literal } from './typescript-text.ts';

/** A function of a handler that finds the codes of a response with their namespaces; none where the API has no namespaces. */
export function namespaceParts(api: Api, runtimes: Runtimes): string[] {
  if (!hasNamespaces(api)) return [];
  const names = codes(api);
  const said = ({ after = '', until = '', from, namespaces }: CodePlace | HeaderPlace) => ({
    after,
    until,
    from,
    names: implied(namespaces, names),
  });
  const places = [
    ...codeHeaders(api).map((it) => ({ header: it.header, path: [], ...said(it) })),
    ...codePlaces(api).map((it) => ({ path: it.path, ...said(it) })),
  ];
  const list = places.map((it) => `  ${literal(it)},\n`).join('');
  return [`const CODE_PLACES: CodePlace[] = [\n${list}];\n`, embed(runtimes, 'typescript/codes-in-namespaces.ts')];
}

/** The codes of each namespace as they are sent; those of none under an empty text. */
function codes(api: Api): Map<string, string[]> {
  const groups = Map.groupBy(api.codes, ({ sent }) => sent?.namespace ?? '');
  return new Map([...groups].map(([namespace, them]) => [namespace, them.map((it) => it.sent?.code ?? it.code)]));
}

/** The namespace of each code at a place that says none; an empty text stands for every other code, and for no namespace. */
function implied(namespaces: readonly string[], names: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  const [first] = namespaces;
  if (first === undefined) return {};
  if (namespaces.length === 1) return { '': first };
  const all = namespaces
    .toReversed()
    .flatMap((it) => (names.get(it) ?? []).map((code): [string, string] => [code, it]));
  return { ...Object.fromEntries(all), '': '' };
}
