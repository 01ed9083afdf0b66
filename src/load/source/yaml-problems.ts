import { isCollection, isScalar, type Node, type parseDocument, visit, type YAMLParseError } from 'yaml';
import type { Range, SyntaxProblem } from './document.ts';

/** One mistake makes the parser stumble several times; the first time on a line says what is wrong. */
export function problemsOf(parsed: ParsedDocument, text: string): SyntaxProblem[] {
  const { errors } = parsed;
  // what comes after a tab follows from it
  const firstTab = errors.findIndex(({ code }) => code === 'TAB_AS_INDENT');
  let openings: Opening[] | undefined;
  const openingBefore = (range: Range) => {
    openings ??= openingsOf(parsed);
    return openingAround(openings, range);
  };
  return errors
    .slice(0, firstTab < 0 ? undefined : firstTab + 1)
    .filter(({ pos }, i) => i === 0 || text.slice(errors[i - 1]?.pos[0], pos[0]).includes('\n'))
    .map(
      ({ code, message, pos }) =>
        unquotedItem(text, message, pos[0]) ??
        missingComma(text, errors, pos[0]) ?? {
          kind: 'syntax',
          message: `This is not YAML: ${(MESSAGE[code] ?? message).replace(/closing (.)quote/, 'closing $1').replace(/\.$/, '')}.`,
          fix:
            ADVICE[code] ??
            'Check the indentation, and quote text that contains `: ` or starts with a special character.',
          range: UNCLOSED.has(code) ? openingBefore(pos) : [pos[0], Math.max(pos[1], pos[0] + 1)],
        },
    );
}

/** A text such as `GET /x/{id}` in a list in brackets, where a brace or a bracket starts another mapping or list. */
function unquotedItem(text: string, message: string, at: number): SyntaxProblem | undefined {
  if (!/between flow \w+ items/.test(message) || !/[{[]/.test(text.charAt(at))) return undefined;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const start = at - (/[^[,{]*$/.exec(line)?.[0].length ?? 0);
  const [item = ''] = /^(?:[^\n,[\]{}]|\{[^\n{}]*\}|\[[^\n[\]]*\])*/.exec(text.slice(start)) ?? [];
  const written = item.trim();
  const begin = start + item.indexOf(written);
  return {
    kind: 'syntax',
    message: `This is not YAML: in a list in brackets, \`${text.charAt(at)}\` inside a text without quotes starts another ${text.charAt(at) === '{' ? 'mapping' : 'list'}.`,
    fix: `Put the text in quotes: ${JSON.stringify(written)}.`,
    range: [begin, begin + written.length],
  };
}

/** A value such as `409` in `{ status: 409 meaning: … }`, after which the next key follows at once. */
function missingComma(text: string, errors: readonly YAMLParseError[], at: number): SyntaxProblem | undefined {
  if (!errors.some(({ code, pos }) => code === 'BLOCK_IN_FLOW' && pos[0] === at)) return undefined;
  const [, value, key] = /^([^\n,[\]{}]*[^\s,[\]{}])\s*[^\S\n]([\w-]+):\s/.exec(text.slice(at)) ?? [];
  if (!value || !key) return undefined;
  return {
    kind: 'syntax',
    message: `This is not YAML: in a mapping in braces, \`${key}:\` follows \`${value}\` without a comma.`,
    fix: `Put a comma before \`${key}\`, or put the text in quotes if it is one value.`,
    range: [at, at + value.length],
  };
}

type ParsedDocument = ReturnType<typeof parseDocument>;

/** Where a quoted text or a list or mapping in brackets is, and the one that it is in. */
interface Opening {
  range: Range;
  around: Opening | undefined;
}

/** All of them, in the order in which they begin. */
function openingsOf(parsed: ParsedDocument): Opening[] {
  const openings: Opening[] = [];
  visit(parsed, {
    Node: (_key, node) => {
      const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE');
      const isFlow = isCollection(node) && node.flow;
      if (!isQuoted && !isFlow) return;
      const range = rangeOf(node);
      let around = openings.at(-1);
      while (around && around.range[1] <= range[0]) around = around.around;
      openings.push({ range, around });
    },
  });
  return openings;
}

/** What was never closed is noticed at its end, often the end of the file; the mistake is where it begins. */
function openingAround(openings: readonly Opening[], [start, end]: Range): Range {
  let [low, high] = [0, openings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((openings[middle]?.range[0] ?? start) < start) low = middle + 1;
    else high = middle;
  }
  let found = openings[low - 1];
  while (found && found.range[1] < start) found = found.around;
  return found ? [found.range[0], found.range[0] + 1] : [start, Math.max(end, start + 1)];
}

const UNCLOSED = new Set(['MISSING_CHAR', 'BAD_INDENT']);

/** Where the parser speaks to programmers. */
const MESSAGE: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY: 'the value contains a colon and a space, which would start another mapping',
  MULTIPLE_DOCS: 'a second document starts here, after a line of three hyphens',
};

const ADVICE: Record<string, string> = {
  TAB_AS_INDENT: 'Indent with spaces, here and in the rest of the file.',
  MISSING_CHAR: 'Close the quote or bracket.',
  MULTIPLE_DOCS: 'Move the second document into its own file.',
  BLOCK_AS_IMPLICIT_KEY: 'Put the text in quotes; YAML reads the part before the colon as a key.',
  MULTILINE_IMPLICIT_KEY: 'Put the text in quotes, or start it with `>-` on a line of its own.',
  BAD_ALIAS: 'Put the text in quotes; `*` at the start means a YAML alias.',
};

/** Where a node begins and ends in its file, in characters from 0. */
export function rangeOf(node: Node | null): Range {
  const range = node?.range;
  return range ? [range[0], range[1]] : [0, 0];
}
