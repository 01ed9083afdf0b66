import type { Document, References } from '../../load/index.ts';
import type { Json } from '../../model/schema/field.ts';
import { type Cell, isObject, type Row, rowOf } from '../source.ts';
import { type Leaves, valuesOf } from './openapi-leaves.ts';
import { isCode, mayHaveCode, type Places } from './openapi-places.ts';
import { type Body, isError, type Part, type Response } from './openapi-responses.ts';

/** What a document says of one code, gathered from every place that names it. */
export interface Gathered {
  first: Cell;
  cells: Map<string, Cell>;
  /** The statuses under which it certainly comes, and those of responses whose schema also allows others. */
  statuses: Map<number, Cell>;
  possible: Map<string, Cell>;
  operations: Map<string, Cell>;
}

/** Gathers the codes of a document. */
export class Codes {
  readonly #leaves: Leaves;
  readonly #refs: References;
  readonly #locate: Document['locate'];
  readonly #byCode = new Map<string, Gathered>();

  constructor(leaves: Leaves, locate: Document['locate']) {
    this.#leaves = leaves;
    this.#refs = leaves.refs;
    this.#locate = locate;
  }

  /** What is known of a code; new if it was not yet named. */
  named(code: string, at: Cell): Gathered {
    const known = this.#byCode.get(code);
    if (known) return known;
    const made = { first: at, cells: new Map(), statuses: new Map(), possible: new Map(), operations: new Map() };
    this.#byCode.set(code, made);
    return made;
  }

  cell({ value, path }: Part): Cell {
    return { value: value as Json, at: this.#locate(path, 'value') };
  }

  /** The codes that a response names at the place of the code. */
  addResponse(response: Response, places: Places): void {
    if (!mayHaveCode(response.status, places.code)) return;
    const seen = new Set<Gathered>();
    for (const body of response.bodies) {
      for (const leaf of this.#leaves.of(body).filter(({ pointer }) => pointer === places.code)) {
        for (const { value, part, exact, index } of valuesOf(this.#refs, leaf, body.kind)) {
          if (!isCode(value, response.status)) continue;
          const gathered = this.named(String(value), this.cell(part));
          seen.add(gathered);
          this.addPlace(gathered, response, exact);
          if (body.kind === 'example') this.#addExample(gathered, body, places);
          if (index !== undefined) this.#addEnum(gathered, leaf.part, String(value), index);
        }
      }
    }
    const [only] = seen;
    if (seen.size === 1 && only) this.#keep(only, 'response description', response.part, 'description');
  }

  /** The response under which a code comes. */
  addPlace(gathered: Gathered, { status, operation, part }: Omit<Response, 'bodies'>, exact: boolean): void {
    if (!isError(status) && !exact) return;
    const cell = { ...this.cell(part), value: operation };
    const isNumber = /^[1-5]\d\d$/.test(status);
    if (isNumber && exact) gathered.statuses.set(Number(status), cell);
    else if (status !== 'default') gathered.possible.set(status, cell);
    else gathered.possible.set('default', cell);
    if (exact) gathered.operations.set(operation, cell);
  }

  #addExample(gathered: Gathered, { part, about }: Body, { message }: Places): void {
    const leaf =
      message === undefined
        ? undefined
        : this.#leaves.of({ kind: 'example', part, mediaType: '' }).find(({ pointer }) => pointer === message);
    if (leaf && typeof leaf.part.value === 'string' && !gathered.cells.has('message'))
      gathered.cells.set('message', this.cell(leaf.part));
    if (about) {
      this.#keep(gathered, 'example summary', about, 'summary');
      this.#keep(gathered, 'example description', about, 'description');
    }
  }

  /** The extensions that describe or name the values of an `enum`: lists in its order, or mappings by value. */
  #addEnum(gathered: Gathered, { value, path }: Part, code: string, index: number): void {
    if (!isObject(value)) return;
    for (const key of Object.keys(value).filter((name) => /^x-enum-?(?:descriptions?|varnames|names)$/i.test(name))) {
      const [list, at] = this.#refs.at(value, path, key);
      const name = /desc/i.test(key) ? 'x-enum-descriptions' : 'x-enum-varnames';
      this.#keep(gathered, name, { value: list, path: at }, Array.isArray(list) ? index : code);
    }
  }

  #keep({ cells }: Gathered, name: string, owner: Part, key: string | number): void {
    const [value, path] = this.#refs.at(owner.value, owner.path, key);
    if (typeof value === 'string' && value.trim() !== '' && !cells.has(name))
      cells.set(name, this.cell({ value, path }));
  }

  /** Each code as one row. A status that only a schema of several codes says counts if it is the only one. */
  rows(): Row[] {
    return [...this.#byCode].map(([code, { first, cells, statuses, possible, operations }]) => {
      const [only = ''] = possible.size === 1 ? possible.keys() : [];
      const sole = possible.get(only);
      const status =
        statuses.size > 0
          ? listOf([...statuses].map(([value, { at }]) => ({ value, at })))
          : sole && /^[1-5]\d\d$/.test(only)
            ? { value: Number(only), at: sole.at }
            : undefined;
      return rowOf(first.at, [
        ['code', { value: code, at: first.at }],
        ['status', cells.get('status') ?? status],
        ['operation', listOf([...operations].map(([value, { at }]) => ({ value, at })))],
        ...[...cells].filter(([name]) => name !== 'status' && name !== 'code'),
      ]);
    });
  }
}

function listOf(cells: readonly Cell[]): Cell | undefined {
  const [first] = cells;
  if (!first || cells.length === 1) return first;
  return { value: cells.map(({ value }) => value), at: first.at };
}
