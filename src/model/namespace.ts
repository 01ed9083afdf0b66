/** How a code is sent whose spelling has a meaning in its namespace alone. */
export interface Sent {
  namespace: string;
  /** The code, exactly as it is sent. */
  code: string;
}

/** A code, with how it is sent where that is not its name. */
export interface Named {
  code: string;
  sent?: Sent | undefined;
}

/** The name of a code in an API: its spelling, after its namespace where it has one. */
export function idOf(namespace: string | undefined, spelling: string): string {
  return namespace === undefined ? spelling : `${namespace}.${spelling}`;
}

/** How a code is sent, from its name and the namespace of its domain; undefined where it is sent by its name. */
export function sentOf(namespace: string | undefined, code: string): Sent | undefined {
  return namespace === undefined ? undefined : { namespace, code: code.slice(namespace.length + 1) };
}

/** A code, exactly as it is sent. */
export function spellingOf({ code, sent }: Named): string {
  return sent?.code ?? code;
}
