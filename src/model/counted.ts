/** A number with its noun, as in `1 code` and `1,200 codes`; the plural of most nouns ends in `s`. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}
