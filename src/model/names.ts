import type { Api, Code } from './registry.ts';

/** Finds the code of an API with a spelling, or that had it before: of several, the one that has it now, else the first. */
export function codeNames({ codes }: Api): (spelling: string) => Code | undefined {
  const byName = new Map<string, Code>();
  for (const code of codes) byName.set(code.code, code);
  for (const code of codes) {
    for (const alias of code.aliases) if (!byName.has(alias.code)) byName.set(alias.code, code);
  }
  return (spelling) => byName.get(spelling);
}

/** A domain or a guide: its id, and those that it had before. */
export interface Renamable {
  id: string;
  aliases?: readonly string[] | undefined;
}

/** The one that has an id; if there is none, the first that had it before. */
export function withId<T extends Renamable>(id: string, all: readonly T[]): T | undefined {
  return all.find((it) => it.id === id) ?? all.find(({ aliases }) => aliases?.includes(id));
}
