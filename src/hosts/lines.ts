/** A block as nginx and Caddy write it: its content between braces, indented. */
export function block(what: string, content: readonly string[]): string[] {
  return [`${what} {`, ...indented(content), '}'];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** An address without the slash at its end. */
export function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

/** A regular expression for one of several words. */
export function anyOf(words: readonly string[]): string {
  return words.length === 1 ? words.join() : `(${words.join('|')})`;
}
