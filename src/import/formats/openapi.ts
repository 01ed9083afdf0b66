import { isDamaged, type References } from '../../load/index.ts';
import { type About, type Input, isObject, type Reading } from '../source.ts';
import { jsonOf, syntaxOf } from './json.ts';
import { Codes } from './openapi-codes.ts';
import { envelopeOf } from './openapi-envelope.ts';
import { wholeOf } from './openapi-files.ts';
import { Leaves } from './openapi-leaves.ts';
import { type Places, placesOf } from './openapi-places.ts';
import { isError, operationsOf, type Part, type Response, responsesOf } from './openapi-responses.ts';
import { KEY, rowsOf, VALUE } from './rows-of-value.ts';

/** Extensions with error codes: `x-error-codes`, `x-errors` and the like. */
const EXTENSION = /^x-(?:[a-z0-9]+-)*errors?(?:-?codes?)?$/i;

/**
 * OpenAPI 3.0 and 3.1 in YAML or JSON: the codes that the examples and schemas of responses name, and those of extensions.
 * References are followed within the document, and to other files as far as those are given.
 */
export function readOpenApi(input: Input): Reading {
  const { main, refs, locate, problems, parts } = wholeOf(input);
  const reading: Reading = { rows: [], problems: [], isMarkdown: true };
  if (isDamaged(main)) return { ...reading, problems: syntaxOf(main.problems) };
  const [version, versionPath] = refs.at(main.value, [], 'openapi');
  if (typeof version !== 'string' || !version.startsWith('3.')) {
    reading.problems.push({
      at: locate(versionPath, 'value'),
      message: "This isn't an OpenAPI 3 document.",
      fix: 'Convert a Swagger 2 document to OpenAPI 3 first, or name the format with --from.',
    });
    return reading;
  }
  const responses = responsesOf(refs);
  const leaves = new Leaves(refs);
  const places = placesOf(leaves, responses);
  const codes = new Codes(leaves, locate);
  if (places) for (const it of responses) codes.addResponse(it, places);
  for (const it of extensionsOf(refs, responses)) addExtension(codes, it, locate);
  return {
    ...reading,
    problems,
    parts,
    rows: codes.rows(),
    mapping: MAPPING,
    about: aboutOf(leaves, responses, places),
  };
}

const MAPPING: Reading['mapping'] = {
  code: ['code'],
  names: ['x-enum-varnames'],
  status: ['status'],
  message: ['message'],
  meaning: [
    'description',
    'meaning',
    'x-enum-descriptions',
    'example description',
    'example summary',
    'response description',
  ],
  operations: ['operation'],
};

/** An extension with codes, and the response or operation that has it. */
interface Extension {
  part: Part;
  response?: Response;
  operation?: string;
}

function extensionsOf(refs: References, responses: readonly Response[]): Extension[] {
  const at = (owner: Part): Part[] =>
    isObject(owner.value)
      ? Object.keys(owner.value)
          .filter((key) => EXTENSION.test(key))
          .map((key) => refs.at(owner.value, owner.path, key))
          .map(([value, path]) => ({ value, path }))
      : [];
  const roots = [[], ['info'], ['components']].map((path) => {
    const [value, at] = path.length === 0 ? ([refs.root, []] as const) : refs.down(refs.root, [], path);
    return { value, path: at };
  });
  return [
    ...roots.flatMap(at).map((part) => ({ part })),
    ...operationsOf(refs).flatMap(({ name, part }) => at(part).map((it) => ({ part: it, operation: name }))),
    ...responses.flatMap((response) => at(response.part).map((part) => ({ part, response }))),
  ];
}

function addExtension(
  codes: Codes,
  { part, response, operation }: Extension,
  locate: Parameters<typeof rowsOf>[1],
): void {
  const value = typeof part.value === 'string' ? [part.value] : jsonOf(part.value);
  const at = (path: readonly (string | number)[], which: 'key' | 'value') => locate([...part.path, ...path], which);
  for (const { cells } of rowsOf(value, at)) {
    const code = cells.get('code') ?? cells.get(KEY) ?? (cells.has(KEY) ? undefined : cells.get(VALUE));
    if (!code) continue;
    const gathered = codes.named(String(code.value), code);
    for (const [name, cell] of cells) {
      if (cell === code || name === KEY) continue;
      const own = name === VALUE ? 'description' : name;
      if (!gathered.cells.has(own)) gathered.cells.set(own, cell);
    }
    if (response && isError(response.status)) codes.addPlace(gathered, response, true);
    if (operation !== undefined) gathered.operations.set(operation, { value: operation, at: code.at });
  }
}

function aboutOf(leaves: Leaves, responses: readonly Response[], places: Places | undefined): About {
  const { refs } = leaves;
  const info = (key: string) => {
    const [value] = refs.down(refs.root, [], ['info', key]);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const [server] = refs.down(refs.root, [], ['servers', '0', 'url']);
  return {
    title: info('title'),
    summary: info('summary') ?? info('description'),
    version: info('version'),
    baseUrl: typeof server === 'string' && /^https?:\/\/[^\s{}]+$/.test(server) ? server : undefined,
    envelope: places && envelopeOf(leaves, responses, places),
  };
}
