const LONGEST = 80;

/** What needs no care in a sentence; most names are so. */
const PLAIN = /^[\w ./:-]*$/;

/** The beginning of a name that may be as long as a file: enough to know it by. */
export function clip(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : name;
}

/**
 * A name from a registry inside a sentence: in backticks (more of them where it has its own, as CommonMark 6.1 asks),
 * clipped, and on one line.
 */
export function named(name: string): string {
  if (name.length <= LONGEST && PLAIN.test(name)) return `\`${name}\``;
  const text = clip(name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  if (longest === 0) return `\`${text}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}

/** Several names, one after the other. */
export function namedAll(names: readonly string[]): string {
  return names.map(named).join(', ');
}
