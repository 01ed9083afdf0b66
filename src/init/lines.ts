/** The line end that a text has; that of Unix where it has none. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A text with more lines at its end, and with the line ends that it has. */
export function withLines(text: string, lines: readonly string[]): string {
  const end = lineEndOf(text);
  const start = text === '' || text.endsWith('\n') ? text : text + end;
  return start + lines.map((line) => line + end).join('');
}
