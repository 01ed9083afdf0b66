/** The same names, each with a number behind it where it, or its like in another case, is taken. */
export function uniqueNames(names: readonly string[], taken: Iterable<string> = []): string[] {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return names.map((name) => {
    let unique = name;
    for (let n = 2; used.has(unique.toLowerCase()); n++) unique = `${name}_${n}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}

/** `not_found` as `NotFound`: letters and digits of ASCII alone, and a letter first; not unique. */
export function pascalCase(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? [];
  const joined = words.map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()).join('');
  return /^[A-Z]/.test(joined) ? joined : `Code${joined}`;
}

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text for a comment: without control characters, and without those that turn the direction of text, by which a
 * comment can look like code and code like a comment (CVE-2021-42574). Lines end with \n alone.
 */
export function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/gu, '\n')
    .replace(BIDI, '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .toWellFormed();
}
