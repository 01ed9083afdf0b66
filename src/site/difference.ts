import { diffArrays } from 'diff';

/** Two texts that differ in more words are different as a whole. */
const MOST = 2000;

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
 * The same for lists whose items are HTML: an item that only one side has is marked as a whole, and one that says
 * nearly what another says is compared with that.
 */
export function markListDifferences(
  before: readonly string[],
  after: readonly string[],
): [before: string[], after: string[]] {
  const common = commonOf(before, after, areAlike);
  const was = before.map((item) => markDifferences(item, '')[0]);
  const is = after.map((item) => markDifferences('', item)[1]);
  for (let i = 0, j = 0; i < was.length && j < is.length; ) {
    if (!common.before[i]) i += 1;
    else if (!common.after[j]) j += 1;
    else {
      [was[i], is[j]] = markDifferences(before[i] ?? '', after[j] ?? '');
      i += 1;
      j += 1;
    }
  }
  return [was, is];
}

/** True where two texts share at least half of their words. */
function areAlike(before: string, after: string): boolean {
  const [was, is] = [new Set(tokensOf(before)), new Set(tokensOf(after))];
  return was.intersection(is).size * 2 >= Math.max(was.size, is.size);
}

/** Tags, entities, words, runs of white space, and single characters. */
function tokensOf(html: string): string[] {
  return html.match(/<[^>]*>|&[^;\s]+;|\s+|[\p{L}\p{N}_]+|./gsu) ?? [];
}

type Same = (before: string, after: string) => boolean;

interface Common {
  before: boolean[];
  after: boolean[];
}

/** For each token of either side whether it belongs to the longest common sequence. */
function commonOf(was: readonly string[], is: readonly string[], comparator?: Same): Common {
  const common: Common = { before: [], after: [] };
  const parts = diffArrays([...was], [...is], { comparator, maxEditLength: MOST });
  for (const { value, added, removed } of parts ?? []) {
    if (!added) for (const _ of value) common.before.push(!removed);
    if (!removed) for (const _ of value) common.after.push(!added);
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
