/** The head of a response: its status line and header fields, as `curl -i` or `curl -v` show them. */
export interface Head {
  start: number;
  /** Where the body starts. */
  end: number;
  status: number;
  /** Names in lower case; the first value of each. */
  headers: ReadonlyMap<string, string>;
}

const STATUS_LINE = /^(< ?)?HTTP\/\d(?:\.\d)? (\d{3})(?: .*)?$/;
const FIELD = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):[ \t]*(.*)$/;
const MOST_FIELDS = 200;
const LONGEST_LINE = 20_000;

/** Every head in a text, in order. */
export function findHeads(text: string): Head[] {
  const heads: Head[] = [];
  let at = text.indexOf('HTTP/');
  while (at >= 0) {
    const start = lineStart(text, at);
    const head = start === undefined ? undefined : readHead(text, start);
    if (head) heads.push(head);
    at = text.indexOf('HTTP/', head ? Math.max(head.end, at + 5) : at + 5);
  }
  return heads;
}

/** Where the line starts, if nothing but curl's mark stands before `at`. */
function lineStart(text: string, at: number): number | undefined {
  const marks = ['', '<', '< '].map((mark) => at - mark.length).filter((start) => start >= 0);
  return marks.find((start) => (start === 0 || text[start - 1] === '\n') && /^(?:< ?)?$/.test(text.slice(start, at)));
}

function readHead(text: string, start: number): Head | undefined {
  const line = lineAt(text, start);
  const [, mark, status] = STATUS_LINE.exec(line.text) ?? [];
  if (status === undefined) return undefined;
  const headers = new Map<string, string>();
  let at = line.next;
  for (let count = 0; count < MOST_FIELDS && at < text.length; count++) {
    const { text: raw, next } = lineAt(text, at);
    // curl -v puts a mark before each line of the head, and none before the body
    const field = mark ? raw.replace(/^< ?/, '') : raw;
    if (field === '') return { start, end: next, status: Number(status), headers };
    const [, name, value] = FIELD.exec(field) ?? [];
    if (name === undefined || (mark && field === raw)) break;
    const key = name.toLowerCase();
    if (!headers.has(key)) headers.set(key, value!.trim());
    at = next;
  }
  return { start, end: at, status: Number(status), headers };
}

function lineAt(text: string, start: number): { text: string; next: number } {
  const end = text.indexOf('\n', start);
  const stop = end < 0 ? text.length : end;
  // a line of a head is never so long; a body on one line may be
  const line = text.slice(start, Math.min(stop, start + LONGEST_LINE));
  return { text: line.replace(/\r$/, ''), next: end < 0 ? text.length : end + 1 };
}

/** A media type without its parameters, in lower case. */
export function bareType(mediaType: string): string {
  return mediaType.split(';', 1).join('').trim().toLowerCase();
}
