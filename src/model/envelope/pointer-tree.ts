interface Branch<T> {
  next: Map<string, Branch<T>>;
  value?: T;
  /** The first value that was put in at or below this place. */
  first?: T;
}

/** Values by JSON Pointer: what is at a pointer, above it or below it is found in as many steps as the pointer has parts. */
export class PointerTree<T> {
  readonly #root: Branch<T> = { next: new Map() };

  /** With a value for each pointer; of two at the same one the first is kept. */
  constructor(entries: Iterable<readonly [pointer: string, value: T]> = []) {
    for (const [pointer, value] of entries) this.add(pointer, value);
  }

  /** Puts a value in, unless there is one at its pointer. */
  add(pointer: string, value: T): void {
    let here = this.#root;
    for (const token of partsOf(pointer)) {
      const next: Branch<T> = here.next.get(token) ?? { next: new Map() };
      next.first ??= value;
      here.next.set(token, next);
      here = next;
    }
    here.value ??= value;
  }

  /** The value at a pointer itself. */
  at(pointer: string): T | undefined {
    return this.#branch(pointer)?.value;
  }

  /** The values at the objects around a pointer, the outermost first; without the one at the pointer itself. */
  above(pointer: string): T[] {
    const found: T[] = [];
    let here: Branch<T> | undefined = this.#root;
    for (const token of partsOf(pointer)) {
      if (here !== this.#root && here.value !== undefined) found.push(here.value);
      here = here.next.get(token);
      if (!here) break;
    }
    return found;
  }

  /** The value below a pointer that was put in first. */
  firstBelow(pointer: string): T | undefined {
    return this.#branch(pointer)?.next.values().next().value?.first;
  }

  #branch(pointer: string): Branch<T> | undefined {
    let here: Branch<T> | undefined = this.#root;
    for (const token of partsOf(pointer)) here = here?.next.get(token);
    return here;
  }
}

function partsOf(pointer: string): string[] {
  return pointer.split('/').slice(1);
}
