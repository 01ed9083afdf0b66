/** A number with its noun, as in `1 code` and `1,200 codes`; the plural of most nouns ends in `s`. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}

/** A count with a comma before every three digits: the formats of all languages take longer to load than a small check. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
