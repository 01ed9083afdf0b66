/*
 * Identifiers for codes and fields, which may be any text. Where two would get the same identifier, each gets a mark of
 * its own spelling: adding a code then never gives a name that is in use to something else; at worst a program that uses
 * it no longer compiles.
 */

/** `AUTH_REQUIRED`, `auth-required` and `authRequired` as `AuthRequired`; `fallback` where no ASCII letter or digit is in it. */
export function pascalCase(text: string, fallback: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word[0]!.toUpperCase() + restOf(word)).join('');
  return name === '' ? fallback : name;
}

/** A word all in capitals is a word; other capitals divide words. */
function restOf(word: string): string {
  return word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1);
}

/** One name for each text; those that `convert` makes equal, or that are taken, are marked. */
export function namesFor(
  texts: Iterable<string>,
  convert: (text: string) => string,
  taken: Set<string>,
): Map<string, string> {
  const groups = Map.groupBy(new Set(texts), convert);
  const names = new Map<string, string>();
  const clear = [...groups].filter(([name, group]) => group.length === 1 && !taken.has(name));
  for (const [name, [text]] of clear) names.set(text!, claim(name, text!, taken));
  for (const [name, group] of groups) {
    for (const text of group) if (!names.has(text)) names.set(text, claim(marked(name, text), text, taken));
  }
  return names;
}

/** A name that is not taken, and is from now on. */
export function claim(name: string, text: string, taken: Set<string>): string {
  let free = name;
  for (let more = text; taken.has(free); more += '+') free = marked(name, more);
  taken.add(free);
  return free;
}

function marked(name: string, text: string): string {
  return `${name}_${fingerprint(text)}`;
}

/** FNV-1a in 32 bits over UTF-16 units, as eight hexadecimal digits; short, and the same everywhere. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The same names, each with a number behind it where it, or its like in another case, is taken; for names inside one value. */
export function uniqueNames(names: readonly string[], taken: Iterable<string> = []): string[] {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return names.map((name) => {
    let unique = name;
    for (let n = 2; used.has(unique.toLowerCase()); n++) unique = `${name}_${n}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}
