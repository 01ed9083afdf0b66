/** Finds codes by their names in a text; undefined where there is none to be found. The result is for `matchAll`. */
export function mentionsOf(codes: readonly string[]): RegExp | undefined {
  return codes.length > 0 ? new RegExp(codes.map(patternOf).join('|'), 'gu') : undefined;
}

/** A code that is also an everyday word or a number counts only where it stands alone or in backticks. */
function patternOf(code: string): string {
  const name = code.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return /^(?:[A-Za-z]?[a-z]*|\d+)$/.test(code) ? `^${name}$|(?<=\`)${name}(?=\`)` : `(?<![\\w-])${name}(?![\\w-])`;
}
