/** A text as a regular expression that matches it, with or without the flag `u`, also between slashes. */
export function inPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
