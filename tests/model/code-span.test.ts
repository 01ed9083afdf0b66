import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prose } from '../../src/artifacts/markdown/write.ts';
import { CODE_SPANS, codeSpansOf } from '../../src/model/code-span.ts';

/** Every text of these characters up to a length. */
function* textsOf(characters: string, longest: number, begun = ''): Generator<string> {
  yield begun;
  if (begun.length < longest) for (const it of characters) yield* textsOf(characters, longest, begun + it);
}

test('the code spans of a text are those that the pattern matches', () => {
  let spans = 0;
  for (const text of textsOf('`a\n', 9)) {
    const found = codeSpansOf(text);
    const matched = [...text.matchAll(CODE_SPANS)].map(({ 0: whole, 1: run, 2: inside, index }) => ({
      start: index,
      end: index + whole.length,
      run,
      inside,
    }));
    assert.deepEqual(found, matched, JSON.stringify(text));
    spans += found.length;
  }
  assert.ok(spans > 10_000);
});

test('prose in Markdown links codes in backticks, and its HTML is text outside of them', () => {
  const hrefOf = (text: string) => (text === 'DESK_BUSY' ? '/busy.md' : undefined);
  assert.equal(
    prose('See `DESK_BUSY`, `` DESK_BUSY `` and <b>`<i>`</b>; a ` alone.', hrefOf),
    'See [`DESK_BUSY`](/busy.md), [`` DESK_BUSY ``](/busy.md) and \\<b>`<i>`\\</b>; a ` alone.',
  );
});
