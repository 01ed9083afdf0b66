/*
 * What texts and names have in common when their style is put aside. The four differ in what they put aside, on purpose.
 */

/** Letters and digits alone, in lower case: two texts or identifiers that fold alike say the same. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** As {@link fold}, but words stay apart, with one space between them: `re-sent` and `resent` are two texts. */
export function foldWords(text: string): string {
  return text.toLowerCase().replace(GAP, ' ').trim();
}

/** What is between two words, but for a single space: most gaps are one already, and stay as they are. */
const GAP = / ?[^\p{L}\p{N} ][^\p{L}\p{N}]*| {2,}[^\p{L}\p{N}]*/gu;

/** Lower case without the separators of words `-`, `_` and space: a name that consists of other characters keeps them. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

/** As {@link foldName}, also without `.` and `:`, which separate the parts of codes such as `urn:orders:sold-out`. */
export function foldCode(code: string): string {
  return code.toLowerCase().replace(/[-_.:\s]/g, '');
}
