/** Deeper than this no error body is nested; a paste of brackets is. */
const DEEPEST = 200;

/** Where a value is in a text. */
export interface Range {
  start: number;
  end: number;
}

/** Where something that starts like JSON stops being it. */
export interface Break {
  start: number;
  at: number;
  why: BreakReason;
}

export type BreakReason =
  | 'end'
  | 'line-break'
  | 'escape'
  | 'single-quote'
  | 'trailing-comma'
  | 'name'
  | 'colon'
  | 'comma'
  | 'value'
  | 'bracket'
  | 'depth';

interface Scan {
  /** The outermost objects and arrays that are whole, in order. */
  values: Range[];
  /** Only where a name with its colon was read, or a quote of the wrong kind, so that it was meant as JSON. */
  breaks: Break[];
  /** What starts like an object or array with its quotes escaped, up to the quote that ends it. */
  escaped: Range[];
}

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma';

/**
 * Finds every JSON object and array in a text, whatever stands around them. It reads each character a fixed number of times: what
 * was whole inside of something broken is kept, and only the last string before a break is looked at again.
 */
export function scanJson(text: string, from = 0, to = text.length): Scan {
  const scan: Scan = { values: [], breaks: [], escaped: [] };
  let at = from;
  while (at < to) {
    const char = text[at];
    if (char !== '{' && char !== '[') at++;
    else if (startsEscaped(text, at)) {
      const end = endOfEscaped(text, at, to);
      scan.escaped.push({ start: at, end });
      at = end;
    } else at = scanValue(text, at, to, scan);
  }
  return scan;
}

const ESCAPED_START = /[{[](?:[ \t]|\\+[nrt]|[{[]){0,100}\\+"/y;

function startsEscaped(text: string, at: number): boolean {
  ESCAPED_START.lastIndex = at;
  return ESCAPED_START.test(text);
}

function endOfEscaped(text: string, start: number, to: number): number {
  let at = start;
  while (at < to && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, to);
}

/** A text as it was before somebody put it into a string. */
export function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text.replace(/\\(["\\/nrt])/g, (_, char: string) => ({ n: '\n', r: '\r', t: '\t' })[char] ?? char);
  }
}

interface Frame {
  start: number;
  isObject: boolean;
}

/** Reads one outermost value; returns where to go on. */
function scanValue(text: string, start: number, to: number, { values, breaks }: Scan): number {
  const stack: Frame[] = [{ start, isObject: text[start] === '{' }];
  const whole: Range[] = [];
  let expected: Expected = stack[0]!.isObject ? 'name or }' : 'value or ]';
  let at = start + 1;
  let named = false;
  let comma = false;
  let lastString = -1;

  const stop = (where: number, why: BreakReason) => {
    if (named || why === 'single-quote') breaks.push({ start, at: where, why });
    for (const range of whole) values.push(range);
    // a quote may have opened where none was meant; what follows it is read as text once more
    return lastString >= 0 ? lastString + 1 : Math.max(where, start + 1);
  };
  const close = (end: number): boolean => {
    const frame = stack.pop()!;
    while (whole.length > 0 && whole.at(-1)!.start > frame.start) whole.pop();
    whole.push({ start: frame.start, end });
    expected = 'comma';
    return stack.length === 0;
  };

  while (at < to) {
    const char = text[at]!;
    if (isSpace(char)) {
      at++;
      continue;
    }
    if (char === '"' && (expected.startsWith('name') || expected.startsWith('value'))) {
      lastString = at;
      const read = readString(text, at, to);
      if (read.why) return stop(read.end, read.why);
      at = read.end;
      expected = expected.startsWith('name') ? 'colon' : 'comma';
      comma = false;
      continue;
    }
    if (expected === 'colon') {
      if (char !== ':') return stop(at, 'colon');
      named = true;
      expected = 'value';
    } else if (expected === 'comma') {
      const { isObject } = stack.at(-1)!;
      if (char === ',') {
        expected = isObject ? 'name' : 'value';
        comma = true;
      } else if (char === '}' || char === ']') {
        if ((char === '}') !== isObject) return stop(at, 'bracket');
        if (close(at + 1)) {
          for (const range of whole) values.push(range);
          return at + 1;
        }
      } else return stop(at, 'comma');
    } else if ((char === '}' && expected === 'name or }') || (char === ']' && expected === 'value or ]')) {
      if (close(at + 1)) {
        for (const range of whole) values.push(range);
        return at + 1;
      }
    } else if (expected.startsWith('name')) {
      return stop(at, nameReason(char, comma));
    } else if (char === '{' || char === '[') {
      if (stack.length >= DEEPEST) return stop(at, 'depth');
      stack.push({ start: at, isObject: char === '{' });
      expected = char === '{' ? 'name or }' : 'value or ]';
    } else {
      const end = readScalar(text, at, to);
      if (end < 0) return stop(at, valueReason(char, comma));
      at = end;
      expected = 'comma';
      comma = false;
      lastString = -1;
      continue;
    }
    // the character was structure: a string before it was meant as one
    lastString = -1;
    at++;
  }
  return stop(to, 'end');
}

function nameReason(char: string, comma: boolean): BreakReason {
  if (comma && char === '}') return 'trailing-comma';
  return char === "'" ? 'single-quote' : 'name';
}

function valueReason(char: string, comma: boolean): BreakReason {
  if (comma && char === ']') return 'trailing-comma';
  return char === "'" ? 'single-quote' : 'value';
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\n' || char === '\r' || char === '\t';
}

const ESCAPE = /["\\/bfnrt]|u[0-9A-Fa-f]{4}/y;

function readString(text: string, start: number, to: number): { end: number; why?: BreakReason } {
  let at = start + 1;
  while (at < to) {
    const char = text.charCodeAt(at);
    if (char === 0x22) return { end: at + 1 };
    if (char < 0x20) return { end: at, why: 'line-break' };
    if (char === 0x5c) {
      ESCAPE.lastIndex = at + 1;
      if (!ESCAPE.test(text)) return { end: at, why: at + 1 >= to ? 'end' : 'escape' };
      at = ESCAPE.lastIndex;
    } else at++;
  }
  return { end: to, why: 'end' };
}

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** The end of a number or a literal, or -1. */
function readScalar(text: string, start: number, to: number): number {
  SCALAR.lastIndex = start;
  return SCALAR.test(text) && SCALAR.lastIndex <= to ? SCALAR.lastIndex : -1;
}
