import type { Code, Status } from '../index.ts';

/** The usual status of a code, which is its first. A checked registry has at least one for each code. */
export function usualStatus({ code, statuses: [usual] }: Code): Status {
  if (!usual) throw new Error(`${code} has no status.`);
  return usual;
}
