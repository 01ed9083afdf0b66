import type { Path } from './source/document.ts';

/** What a message calls the thing at a path: a field by its name, an item by its list and its number. */
export function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'This file';
  return typeof last === 'number' ? `Item ${last + 1} of \`${path.at(-2)}\`` : `\`${last}\``;
}
