import { CONTROL, LONE_RETURN } from '../model/control.ts';
import { oncePer } from '../model/once.ts';
import type { Diagnostic } from './diagnostic.ts';
import { nameOf } from './name-of.ts';
import { diagnose } from './rule.ts';
import { wrongValue } from './rules/wrong-value.ts';
import type { Document, Path } from './source/document.ts';

/**
 * What no text or name may hold: control characters (C0, DEL and C1) but for tabs and line ends, because terminals obey
 * them, and halves of surrogate pairs, because UTF-8 (RFC 3629, section 3) has no bytes for them.
 */
const UNSAFE = new RegExp(`${CONTROL.source}|${LONE_RETURN.source}|\\p{Cs}`, 'u');

/** The diagnostics of all texts and names in a value that hold such characters, and of names that programs would lose. */
export function unsafeIn(value: unknown, document: Document, at: Path): Diagnostic[] {
  if (isPlain(document)) return [];
  const found: Diagnostic[] = [];
  visit(value, document, at, found);
  return found;
}

/** Where the first control character of a file is, other than a tab or a part of a line end; below 0 where there is none. */
export const firstControl = oncePer(({ text }: Document) => text.search(CONTROL));

/**
 * Whether no value of a file can hold such characters, which one look at its text tells: it has none itself, and no escapes but
 * those of quotes, slashes, line ends and tabs, whether it is YAML or JSON.
 */
const isPlain = oncePer((document: Document) => {
  const { text } = document;
  const hasUnsafe = firstControl(document) >= 0 || LONE_RETURN.test(text) || !text.isWellFormed();
  return !hasUnsafe && !/\\(?!["\\/nt])/.test(text) && !text.includes('__proto__');
});

function visit(value: unknown, document: Document, path: Path, found: Diagnostic[]): void {
  if (typeof value === 'string') checkText(value, document, path, 'value', found);
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, document, [...path, i], found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      checkName(key, document, [...path, key], found);
      visit(inner, document, [...path, key], found);
    }
  }
}

function checkName(name: string, document: Document, path: Path, found: Diagnostic[]): void {
  checkText(name, document, path, 'key', found);
  if (name !== '__proto__') return;
  found.push(
    diagnose(wrongValue, {
      at: { document, path, part: 'key' },
      message: "`__proto__` can't be a name here: programs that read it would lose it and all that it holds.",
      fix: 'Choose another name.',
    }),
  );
}

/** Reports a text or a name that holds such a character. */
export function checkText(
  text: string,
  document: Document,
  path: Path,
  part: 'key' | 'value',
  found: Diagnostic[],
): void {
  const [unsafe] = UNSAFE.exec(text) ?? [];
  if (unsafe === undefined) return;
  const number = unsafe.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const isHalf = /\p{Cs}/u.test(unsafe);
  const what = isHalf
    ? `U+${number}, which is half a character and gets lost in every file`
    : `the control character U+${number}, with which a text can change what a terminal shows`;
  found.push(
    diagnose(wrongValue, {
      at: { document, path, part },
      message: `${part === 'key' ? 'A name' : nameOf(path)} holds ${what}.`,
      fix: isHalf
        ? 'Write the whole character, or delete its escape.'
        : 'Delete it; only tabs and line ends are allowed.',
    }),
  );
}
