import type { Document, Path } from '../load/index.ts';
import { codeIn, type Separators } from '../model/envelope/carried.ts';
import { isElement, tokensOf } from '../model/envelope/pointer.ts';
import { isXmlType } from '../model/envelope/xml.ts';
import { readElement } from '../model/envelope/xml-read.ts';
import { idOf } from '../model/namespace.ts';

/** A code that a specification names, and the response under which it does. */
export interface Specified {
  code: string;
  /** As OpenAPI writes it: `404`, `4XX` or `default`. */
  status: string;
  /** The registry's name of the operation, where it has one. */
  operation: string | undefined;
  /** False where it is one of several that a schema allows, which many responses may share. */
  exact: boolean;
  path: Path;
}

/** Where responses have a code: at a pointer in the body, or in a header; of a longer value only a part. */
export interface CodePlaces {
  pointers: readonly ({ pointer: string; namespace?: string | undefined } & Separators)[];
  headers: readonly ({ name: string } & Separators)[];
}

/** An operation of a specification. */
export interface SpecOperation {
  method: string;
  path: string;
  id: string | undefined;
}

/**
 * The codes of an OpenAPI 3 document: in examples, `const` and `enum` at the places where responses have the code. `nameOf`
 * gives the name that the registry has for an operation about which it says something of its own.
 */
export function specified(
  document: Document,
  places: CodePlaces,
  nameOf: (operation: SpecOperation) => string | undefined = () => undefined,
): Specified[] {
  return new Reader(document.value, places, nameOf).read();
}

/** The keys that lead to a code, and what is around the code there. */
type CodePath = { tokens: readonly string[]; namespace?: string | undefined } & Separators;

/** How many schemas may join each other in a row. */
const DEEPEST = 256;

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);

class Reader {
  readonly #root: unknown;
  readonly #paths: readonly CodePath[];
  readonly #headers: CodePlaces['headers'];
  readonly #nameOf: (operation: SpecOperation) => string | undefined;
  readonly #found: Specified[] = [];
  #operationName: string | undefined;
  /** For each schema, the statuses, pointers and named operations for which it has been looked through. */
  readonly #known = new Map<object, Set<string>>();

  constructor(
    root: unknown,
    { pointers, headers }: CodePlaces,
    nameOf: (operation: SpecOperation) => string | undefined,
  ) {
    this.#root = root;
    this.#paths = pointers.map(({ pointer, ...separators }) => ({ tokens: tokensOf(pointer), ...separators }));
    this.#headers = headers;
    this.#nameOf = nameOf;
  }

  read(): Specified[] {
    for (const group of ['paths', 'webhooks']) {
      for (const [at, [item, itemPath]] of this.#named(...this.#at(this.#root, [], group))) {
        for (const [name, [operation, path]] of this.#named(item, itemPath)) {
          if (!METHODS.has(name)) continue;
          const id = this.#at(operation, path, 'operationId')[0];
          this.#operationName = this.#nameOf({
            method: name.toUpperCase(),
            path: at,
            id: typeof id === 'string' ? id : undefined,
          });
          this.#operation(operation, path);
        }
      }
    }
    return this.#found;
  }

  #operation(operation: unknown, path: Path): void {
    for (const [status, [response, at]] of this.#named(...this.#at(operation, path, 'responses'))) {
      for (const [type, [media, mediaPath]] of this.#named(...this.#at(response, at, 'content'))) {
        this.#examples(media, mediaPath, status);
        const [schema, schemaPath] = this.#at(media, mediaPath, 'schema');
        for (const path of this.#paths) {
          this.#schema(schema, schemaPath, path, status, 0);
          // a schema of XML begins inside the root element
          const inside = { ...path, tokens: path.tokens.slice(1) };
          if (isXmlType(type) && inside.tokens.length > 0) this.#schema(schema, schemaPath, inside, status, 0);
        }
      }
      for (const [name, [header, headerPath]] of this.#named(...this.#at(response, at, 'headers')))
        this.#header(name, header, headerPath, status);
    }
  }

  #header(name: string, header: unknown, path: Path, status: string): void {
    const place = this.#headers.find((it) => it.name.toLowerCase() === name.toLowerCase());
    if (!place) return;
    this.#examples(header, path, status, [{ ...place, tokens: [] }]);
    this.#schema(...this.#at(header, path, 'schema'), { ...place, tokens: [] }, status, 0);
  }

  #examples(media: unknown, path: Path, status: string, paths = this.#paths): void {
    const values = [
      this.#at(media, path, 'example'),
      ...this.#members(...this.#at(media, path, 'examples')).map(([it, at]) => this.#at(it, at, 'value')),
    ];
    for (const [value, at] of values) {
      const body = typeof value === 'string' ? xmlIn(value) : undefined;
      for (const place of paths) {
        const found = body ? ([valueIn(body, place.tokens), at] as const) : this.#down(value, at, place.tokens);
        this.#code(...found, place, status, true);
      }
    }
  }

  /** A schema that many others join, or that joins itself, is looked through once for a status and a pointer. */
  #schema(schema: unknown, path: Path, place: CodePath, status: string, depth: number): void {
    const { tokens } = place;
    if (depth > DEEPEST || typeof schema !== 'object' || schema === null) return;
    const known = this.#known.get(schema) ?? new Set();
    const what = [this.#operationName ?? '', status, place.after, place.until, ...tokens].join('\n');
    if (known.has(what)) return;
    this.#known.set(schema, known.add(what));
    for (const joined of ['allOf', 'oneOf', 'anyOf']) {
      for (const [part, at] of this.#members(...this.#at(schema, path, joined)))
        this.#schema(part, at, place, status, depth + 1);
    }
    const [token, ...rest] = tokens;
    if (token !== undefined) {
      const [part, at] = this.#down(schema, path, ['properties', token]);
      this.#schema(part, at, { ...place, tokens: rest }, status, depth + 1);
      return;
    }
    this.#code(...this.#at(schema, path, 'const'), place, status, true);
    this.#code(...this.#at(schema, path, 'example'), place, status, true);
    for (const [value, at] of this.#members(...this.#at(schema, path, 'examples')))
      this.#code(value, at, place, status, true);
    const allowed = this.#members(...this.#at(schema, path, 'enum'));
    for (const [value, at] of allowed) this.#code(value, at, place, status, allowed.length === 1);
  }

  #code(value: unknown, path: Path, place: CodePath, status: string, exact: boolean): void {
    if (typeof value === 'string' || Number.isSafeInteger(value))
      this.#found.push({
        code: idOf(place.namespace, codeIn(String(value), place)),
        status,
        operation: this.#operationName,
        exact,
        path,
      });
  }

  #down(value: unknown, path: Path, tokens: readonly string[]): [unknown, Path] {
    return tokens.reduce<[unknown, Path]>(([here, at], token) => this.#at(here, at, token), [value, path]);
  }

  /** A member, by way of its `$ref` within the document, where it has one. */
  #at(value: unknown, path: Path, key: string | number): [unknown, Path] {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    let found: [unknown, Path] = [
      isThere ? (value as Record<string | number, unknown>)[key] : undefined,
      [...path, key],
    ];
    for (let hops = 0; hops < 16; hops++) {
      const to = refOf(found[0]);
      if (to === undefined) return found;
      found = to.reduce<[unknown, Path]>(
        ([here, at], token) => [
          typeof here === 'object' && here !== null && Object.hasOwn(here, token)
            ? (here as Record<string, unknown>)[token]
            : undefined,
          [...at, token],
        ],
        [this.#root, []],
      );
    }
    return found;
  }

  #members(value: unknown, path: Path): [unknown, Path][] {
    return [...this.#named(value, path).values()];
  }

  #named(value: unknown, path: Path): Map<string, [unknown, Path]> {
    if (typeof value !== 'object' || value === null) return new Map();
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    return new Map([...keys].map((key) => [String(key), this.#at(value, path, key)]));
  }
}

/** The body of an example of XML. */
function xmlIn(text: string): unknown {
  return readElement(text, Math.max(0, text.search(/<[^?!]/)))?.body;
}

/** What is at a path in a body of XML, where an element that may be there several times can be there once. */
function valueIn(body: unknown, tokens: readonly string[]): unknown {
  return tokens.reduce<unknown>((here, token) => {
    if (isElement(token)) return Array.isArray(here) ? here[Number(token)] : here;
    return typeof here === 'object' && here !== null && Object.hasOwn(here, token)
      ? Reflect.get(here, token)
      : undefined;
  }, body);
}

/** The tokens of a reference within the document. */
function refOf(value: unknown): string[] | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '$ref')) return undefined;
  const { $ref } = value as { $ref: unknown };
  if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return undefined;
  return tokensOf(
    $ref.slice(1).replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}
