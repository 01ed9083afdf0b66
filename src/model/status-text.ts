import { fold, foldWords } from './fold.ts';

/**
 * A status with its title: `404 Not Found`. Where one of them says what the other does, as with the status `debugger` and the title
 * `Debugger event`, that one alone.
 */
export function statusText({ status, title }: { status: number | string; title: string }): string {
  const name = String(status);
  if (title === '' || title === name) return name;
  return fold(title) === fold(name) || hasWords(title, name) ? title : `${name} ${title}`;
}

function hasWords(text: string, part: string): boolean {
  return ` ${foldWords(text)} `.includes(` ${foldWords(part)} `);
}
