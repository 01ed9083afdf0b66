/** So many comparisons of words one pair of texts may cost; beyond, all of it counts as different. */
const MOST = 4_000_000;

/**
 * Two texts as HTML, with what only one of them says in `<del>` and `<ins>`. Tags stay as they are: words alone are
 * wrapped, so that the result nests as the input did.
 */
export function markDifferences(before: string, after: string): [before: string, after: string] {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const common = commonOf(was, is);
  return [wrapped(was, common.before, 'del'), wrapped(is, common.after, 'ins')];
}

/**
 * The same for lists whose items are HTML: an item that only one side has is marked as a whole, and one that stands in
 * the place of another is compared with it.
 */
export function markListDifferences(
  before: readonly string[],
  after: readonly string[],
): [before: string[], after: string[]] {
  const common = commonOf(before, after);
  const [was, is] = [[...before], [...after]];
  for (let i = 0, j = 0; i < was.length || j < is.length; ) {
    const [oldHere, newHere] = [i < was.length && !common.before[i], j < is.length && !common.after[j]];
    if (oldHere && newHere) [was[i], is[j]] = markDifferences(was[i]!, is[j]!);
    else if (oldHere) was[i] = markDifferences(was[i]!, '')[0];
    else if (newHere) is[j] = markDifferences('', is[j]!)[1];
    // items that are common stand opposite each other, so both sides move on together
    if (oldHere || !newHere) i += 1;
    if (newHere || !oldHere) j += 1;
  }
  return [was, is];
}

/** Tags, entities, words, runs of white space, and single signs. */
function tokensOf(html: string): string[] {
  return html.match(/<[^>]*>|&[^;\s]+;|\s+|[\p{L}\p{N}_]+|./gsu) ?? [];
}

interface Common {
  before: boolean[];
  after: boolean[];
}

/** For each token of either side whether it belongs to the longest common sequence. */
function commonOf(was: readonly string[], is: readonly string[]): Common {
  const common: Common = { before: was.map(() => false), after: is.map(() => false) };
  const keep = (i: number, j: number) => {
    common.before[i] = true;
    common.after[j] = true;
  };
  let start = 0;
  while (start < Math.min(was.length, is.length) && was[start] === is[start]) keep(start, start++);
  let end = 0;
  while (end < Math.min(was.length, is.length) - start && was.at(-1 - end) === is.at(-1 - end)) {
    end += 1;
    keep(was.length - end, is.length - end);
  }
  const [rows, columns] = [was.length - start - end, is.length - start - end];
  if (rows * columns > MOST) return common;
  // lengths[i][j]: how long the longest common sequence is of what follows i and j
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const same = was[start + i] === is[start + j];
      lengths[i]![j] = same ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (was[start + i] === is[start + j]) keep(start + i++, start + j++);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return common;
}

/** Runs of words that are not common, white space between them included. */
function wrapped(tokens: readonly string[], common: readonly boolean[], tag: 'del' | 'ins'): string {
  let html = '';
  let run = '';
  const flush = () => {
    const [, words = '', space = ''] = /^(.*?)(\s*)$/s.exec(run) ?? [];
    html += (words === '' ? '' : `<${tag}>${words}</${tag}>`) + space;
    run = '';
  };
  for (const [i, token] of tokens.entries()) {
    const isSpace = token.trim() === '';
    const goesOn = !token.startsWith('<') && (isSpace ? run !== '' : !common[i]);
    if (goesOn) run += token;
    else {
      flush();
      html += token;
    }
  }
  flush();
  return html;
}
