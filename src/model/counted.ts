/** A number with its noun, as in `1 code` and `1,200 codes`; the plural of the noun ends in `s`. */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
