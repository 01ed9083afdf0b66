import type { Code } from './registry.ts';

/** Whether a code says nothing to a person, because it has digits alone: `50035`. */
function isOpaque({ code }: Pick<Code, 'code'>): boolean {
  return /^\d+$/.test(code);
}

/** What people call a code: its title, or without one the message of an opaque code; undefined where the code itself is its name. */
export function humanName({ code, title, message }: Pick<Code, 'code' | 'title' | 'message'>): string | undefined {
  const name = title ?? (isOpaque({ code }) ? message : undefined);
  return name === code ? undefined : name;
}

/** The name to show with an opaque code wherever it is only mentioned; undefined for every other code. */
export function nameOfOpaque(code: Pick<Code, 'code' | 'title' | 'message'>): string | undefined {
  return isOpaque(code) ? humanName(code) : undefined;
}
