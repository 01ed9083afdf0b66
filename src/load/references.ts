import { tokensOf } from '../model/envelope/pointer.ts';
import type { Path } from './source/document.ts';

/** How many references may lead to each other in a row. */
const MOST_HOPS = 16;

/** Where a reference leads that is at a path; undefined for one that is not followed. */
export type TargetOf = (ref: string, at: Path) => Path | undefined;

/** The parts of a document whose values may be references (`$ref`) to others in it; each is given with the path where it is. */
export class References {
  readonly root: unknown;
  readonly #targetOf: TargetOf;

  /** Without `targetOf`, references within the document are followed. */
  constructor(root: unknown, targetOf: TargetOf = within) {
    this.root = root;
    this.#targetOf = targetOf;
  }

  /** A member, by way of its `$ref` within the document, where it has one; undefined where there is none. */
  at(value: unknown, path: Path, key: string | number): [unknown, Path] {
    let found: [unknown, Path] = [ownMember(value, key), [...path, key]];
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const ref = ownMember(found[0], '$ref');
      const to = typeof ref === 'string' ? this.#targetOf(ref, found[1]) : undefined;
      if (to === undefined) return found;
      found = to.reduce<[unknown, Path]>(
        ([here, at], token) => [ownMember(here, token), [...at, token]],
        [this.root, []],
      );
    }
    return found;
  }

  /** What is below a value, member by member. */
  down(value: unknown, path: Path, tokens: readonly string[]): [unknown, Path] {
    return tokens.reduce<[unknown, Path]>(([here, at], token) => this.at(here, at, token), [value, path]);
  }

  /** All members of a list or a mapping. */
  members(value: unknown, path: Path): [unknown, Path][] {
    return [...this.named(value, path).values()];
  }

  /** All members of a list or a mapping, by key. */
  named(value: unknown, path: Path): Map<string, [unknown, Path]> {
    if (typeof value !== 'object' || value === null) return new Map();
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    return new Map([...keys].map((key) => [String(key), this.at(value, path, key)]));
  }
}

function ownMember(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function within(ref: string): Path | undefined {
  if (!ref.startsWith('#/')) return undefined;
  return tokensOf(
    ref.slice(1).replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}
