import type { Api } from '../model/registry.ts';
import { type CodePlace, codeHeaders, codePlaces, type HeaderPlace, hasNamespaces } from './code-places.ts';
import { hasOtherFormats, hasXml, textForms, xmlTypes } from './formats.ts';
import { embed, type Runtimes } from './runtime.ts';
import { literal } from './typescript-text.ts';

/** Where the codes of an API are, if it takes more than a look at a field of the body. */
export function hiddenCodes(api: Api): string {
  const isNamed = hasNamespaces(api);
  const said = ({ after = '', until = '', from, namespaces }: CodePlace | HeaderPlace) =>
    isNamed ? [after, until, from, namespaces] : [after, until];
  const places = codePlaces(api).map((it) => [it.path, ...said(it)]);
  const headers = codeHeaders(api).map((it) => [it.header, ...said(it)]);
  return `const CODE_PLACES: readonly CodePlace<Path>[] = ${literal(places)};
const CODE_HEADERS: readonly CodePlace<string>[] = ${literal(headers)};
`;
}

/** A function that reads the text of bodies of which some are not JSON, with what it needs; none where all are. */
export function parserOf(api: Api, runtimes: Runtimes): string[] {
  if (!hasOtherFormats(api)) return [];
  const [isXml, texts] = [hasXml(api), textForms(api)];
  const others = [...(isXml ? ['xmlBody(text)'] : []), ...(texts.length > 0 ? ['textBody(text)'] : [])];
  return [
    embed(runtimes, 'typescript/parse.ts', { others: `    return ${others.join(' ?? ')};` }),
    embed(runtimes, 'typescript/typed.ts'),
    ...(isXml
      ? [
          `const XML_TYPES: { readonly [path: string]: string } = ${literal(xmlTypes(api))};\n`,
          embed(runtimes, 'typescript/xml.ts'),
        ]
      : []),
    ...(texts.length > 0
      ? [
          `const TEXTS: readonly TextForm[] = ${literal(texts.map(({ parts, types }) => ({ parts, types })))};\n`,
          embed(runtimes, 'typescript/text.ts'),
        ]
      : []),
  ];
}
