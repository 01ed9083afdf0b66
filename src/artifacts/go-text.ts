import { oneLine, quoted } from './source-text.ts';

/** A text for a doc comment: gofmt makes typographic quotes of doubled ones, so none are left. */
export function comment(text: string): string {
  return oneLine(text).replace(/`{2,}/g, '`').replace(/'{2,}/g, "'");
}

/** A string literal; Go's strings are UTF-8, which has no halves of surrogate pairs. */
export function string(text: string): string {
  return quoted(text.toWellFormed());
}
