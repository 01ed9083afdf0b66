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
