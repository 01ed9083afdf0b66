/*
 * The results that were chosen last: their addresses and nothing else, in this browser alone, separate for each base path.
 * Storage may be forbidden, and may hold anything; there is nothing recent then.
 */

const MOST = 5;

/** The list of the site whose index is at this address. */
export class Recent {
  readonly #key: string;

  constructor(index: string) {
    this.#key = `error-docs-recent:${index}`;
  }

  /** Their addresses, the last one first. */
  all(): string[] {
    try {
      const known: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '[]');
      return Array.isArray(known) ? known.filter((it) => typeof it === 'string').slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  add(href: string): void {
    this.#write([href, ...this.all().filter((it) => it !== href)].slice(0, MOST));
  }

  clear(): void {
    this.#write([]);
  }

  #write(addresses: readonly string[]): void {
    try {
      if (addresses.length > 0) localStorage.setItem(this.#key, JSON.stringify(addresses));
      else localStorage.removeItem(this.#key);
    } catch {}
  }
}
