/** The lines that a `.gitignore` lacks: those that it has in no spelling of a folder, and that git doesn't ignore anyway. */
export function missingLines(text: string, wanted: readonly string[], isIgnored: (line: string) => boolean): string[] {
  const bare = (line: string) => line.trim().replaceAll(/^\/|\/$/g, '');
  const present = new Set(text.split(/\r?\n/).map(bare));
  return wanted.filter((line) => !present.has(bare(line)) && !isIgnored(line));
}
