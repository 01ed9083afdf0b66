/** A code that is in a text. */
interface Mention {
  code: string;
  index: number;
}

/** A step in the spelling of codes: the letters that may follow, and the code that ends here. */
interface Step {
  next: Map<string, Step>;
  code?: { name: string; order: number } | undefined;
}

/**
 * Finds codes by their names in a text; undefined where there is none to be found. A text is read once, however many codes
 * there are. Of codes that begin in one place the first of the list counts, and none begins inside another.
 */
export function mentionsOf(codes: readonly string[]): ((text: string) => Mention[]) | undefined {
  if (codes.length === 0) return undefined;
  const root: Step = { next: new Map() };
  for (const [order, name] of codes.entries()) add(root, name, order);
  return (text) => {
    const found: Mention[] = [];
    for (let index = 0; index < text.length; index++) {
      const code = codeAt(root, text, index);
      if (code === undefined) continue;
      found.push({ code, index });
      index += code.length - 1;
    }
    return found;
  };
}

function add(root: Step, name: string, order: number): void {
  let step = root;
  for (let i = 0; i < name.length; i++) {
    const letter = name.charAt(i);
    const next = step.next.get(letter) ?? { next: new Map() };
    step.next.set(letter, next);
    step = next;
  }
  if (name !== '') step.code ??= { name, order };
}

function codeAt(root: Step, text: string, index: number): string | undefined {
  let best: Step['code'];
  let step = root.next.get(text.charAt(index));
  for (let end = index + 1; step; end++) {
    const { code } = step;
    if (code && (!best || code.order < best.order) && standsAlone(code.name, text, index, end)) best = code;
    step = end < text.length ? step.next.get(text.charAt(end)) : undefined;
  }
  return best?.name;
}

/** An everyday word, or a number: it counts as a code only where it is the whole text or in backticks. */
const EVERYDAY = /^(?:[A-Za-z]?[a-z]*|\d+)$/;

const WORD = /[\w-]/;

function standsAlone(name: string, text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (!EVERYDAY.test(name)) return !WORD.test(before) && !WORD.test(after);
  return name.length === text.length || (before === '`' && after === '`');
}
