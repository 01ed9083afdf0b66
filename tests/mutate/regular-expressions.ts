import { present } from '../helpers/present.ts';
import type { Mutant } from './mutant.ts';

/** The mutants of a regular expression literal: without an anchor, an alternative or a flag, and with a class turned around. */
export function mutantsOfRegex(literal: string, start: number): Mutant[] {
  const last = literal.lastIndexOf('/');
  return [...withoutAlternatives(literal, last), ...changedSigns(literal, last), ...withoutFlags(literal, last)].map(
    (mutant) => ({ ...mutant, start: start + mutant.start, end: start + mutant.end }),
  );
}

interface Character {
  at: number;
  text: string;
  /** Inside of `[…]`. */
  inClass: boolean;
}

/** The characters of a pattern; an escaped one with its backslash. */
function charactersOf(literal: string, last: number): Character[] {
  const characters: Character[] = [];
  let inClass = false;
  for (let at = 1; at < last; ) {
    const text = literal[at] === '\\' ? literal.slice(at, at + 2) : present(literal[at]);
    characters.push({ at, text, inClass });
    if (text === '[') inClass = true;
    if (text === ']') inClass = false;
    at += text.length;
  }
  return characters;
}

function withoutAlternatives(literal: string, last: number): Mutant[] {
  const mutants: Mutant[] = [];
  const open: { start: number; bars: number[] }[] = [{ start: 1, bars: [] }];
  const close = (end: number) => {
    const { start, bars } = present(open.pop());
    if (bars.length === 0) return;
    for (const [i, from] of [start, ...bars].entries()) {
      const to = bars[i] ?? end;
      // the first goes with the bar behind it, any other with the bar before it
      mutants.push(i === 0 ? { start: from, end: to + 1, text: '' } : { start: from, end: to, text: '' });
    }
  };
  for (const { at, text, inClass } of charactersOf(literal, last)) {
    if (inClass) continue;
    if (text === '(')
      open.push({ start: at + (/^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(literal.slice(at))?.[0].length ?? 1), bars: [] });
    if (text === '|') present(open.at(-1)).bars.push(at);
    if (text === ')') close(at);
  }
  close(last);
  return mutants;
}

function changedSigns(literal: string, last: number): Mutant[] {
  return charactersOf(literal, last).flatMap(({ at, text, inClass }) => {
    const whole = { start: at, end: at + text.length };
    if (!inClass && (text === '^' || text === '$' || text === '\\b')) return [{ ...whole, text: '' }];
    if (!inClass && text === '[' && literal[at + 1] === '^') return [{ start: at, end: at + 2, text: '[' }];
    if (!inClass && text === '[') return [{ ...whole, text: '[^' }];
    if (/^\\[dDwWsS]$/.test(text)) return [{ ...whole, text: `\\${turned(present(text[1]))}` }];
    return [];
  });
}

/** `d` for `D`, and `D` for `d`. */
function turned(letter: string): string {
  return letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
}

function withoutFlags(literal: string, last: number): Mutant[] {
  return [...literal.slice(last + 1)].flatMap((flag, i) =>
    'gims'.includes(flag) ? [{ start: last + 1 + i, end: last + 2 + i, text: '' }] : [],
  );
}
