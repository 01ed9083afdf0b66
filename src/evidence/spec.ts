import { type Document, type Path, References } from '../load/index.ts';
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
  readonly #refs: References;
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
    this.#refs = new References(root);
    this.#paths = pointers.map(({ pointer, ...separators }) => ({ tokens: tokensOf(pointer), ...separators }));
    this.#headers = headers;
    this.#nameOf = nameOf;
  }

  read(): Specified[] {
    for (const group of ['paths', 'webhooks']) {
      for (const [at, [item, itemPath]] of this.#refs.named(...this.#refs.at(this.#refs.root, [], group))) {
        for (const [name, [operation, path]] of this.#refs.named(item, itemPath)) {
          if (!METHODS.has(name)) continue;
          const id = this.#refs.at(operation, path, 'operationId')[0];
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
    for (const [status, [response, at]] of this.#refs.named(...this.#refs.at(operation, path, 'responses'))) {
      for (const [type, [media, mediaPath]] of this.#refs.named(...this.#refs.at(response, at, 'content'))) {
        this.#examples(media, mediaPath, status);
        const [schema, schemaPath] = this.#refs.at(media, mediaPath, 'schema');
        for (const path of this.#paths) {
          this.#schema(schema, schemaPath, path, status, 0);
          // a schema of XML begins inside the root element
          const inside = { ...path, tokens: path.tokens.slice(1) };
          if (isXmlType(type) && inside.tokens.length > 0) this.#schema(schema, schemaPath, inside, status, 0);
        }
      }
      for (const [name, [header, headerPath]] of this.#refs.named(...this.#refs.at(response, at, 'headers')))
        this.#header(name, header, headerPath, status);
    }
  }

  #header(name: string, header: unknown, path: Path, status: string): void {
    const place = this.#headers.find((it) => it.name.toLowerCase() === name.toLowerCase());
    if (!place) return;
    this.#examples(header, path, status, [{ ...place, tokens: [] }]);
    this.#schema(...this.#refs.at(header, path, 'schema'), { ...place, tokens: [] }, status, 0);
  }

  #examples(media: unknown, path: Path, status: string, paths = this.#paths): void {
    const values = [
      this.#refs.at(media, path, 'example'),
      ...this.#refs
        .members(...this.#refs.at(media, path, 'examples'))
        .map(([it, at]) => this.#refs.at(it, at, 'value')),
    ];
    for (const [value, at] of values) {
      const body = typeof value === 'string' ? xmlIn(value) : undefined;
      for (const place of paths) {
        const found = body ? ([valueIn(body, place.tokens), at] as const) : this.#refs.down(value, at, place.tokens);
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
      for (const [part, at] of this.#refs.members(...this.#refs.at(schema, path, joined)))
        this.#schema(part, at, place, status, depth + 1);
    }
    const [token, ...rest] = tokens;
    if (token !== undefined) {
      const [part, at] = this.#refs.down(schema, path, ['properties', token]);
      this.#schema(part, at, { ...place, tokens: rest }, status, depth + 1);
      return;
    }
    this.#code(...this.#refs.at(schema, path, 'const'), place, status, true);
    this.#code(...this.#refs.at(schema, path, 'example'), place, status, true);
    for (const [value, at] of this.#refs.members(...this.#refs.at(schema, path, 'examples')))
      this.#code(value, at, place, status, true);
    const allowed = this.#refs.members(...this.#refs.at(schema, path, 'enum'));
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
