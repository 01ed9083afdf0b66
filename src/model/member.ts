/**
 * The member of a record by a name from a registry, a request or a command line; undefined where the record itself has
 * none. Plain indexing would also find what every object inherits, such as `constructor` and `toString`.
 */
export function memberOf<T>(record: Readonly<Record<string, T>> | null | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Gives a record a member, whatever its name: `__proto__` is one like any other, which takes longer to write. */
export function setMember<T>(record: Record<string, T>, name: string, value: T): void {
  if (name !== '__proto__') record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}
