import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Api, apiArtifacts, type Code, type PartOf, takingParts } from '../../src/index.ts';
import { everyApi, linksOf, runtimes } from './setup.ts';

/** A code with other prose throughout: after the first sentence of its meaning, too. */
function reworded(code: Code): Code {
  return {
    ...code,
    meaning: `${code.meaning}\n\nMore: \`${code.code}\`.`,
    causes: [...code.causes, '## A cause'],
    remediation: [...code.remediation, '```\n# A step\n```'],
    links: [],
    retry: { ...code.retry, reason: 'A *reason*.' },
    line: (code.line ?? 0) + 7,
  };
}

/** Each artifact of an API that has parts about codes, with its text and where the parts are. */
function withParts(api: Api) {
  return apiArtifacts.flatMap((artifact) => {
    const { partOf, placesIn } = takingParts(undefined);
    const text = artifact.make(api, linksOf(api), runtimes, partOf);
    const places = placesIn(text);
    assert.ok(places, `${artifact.id} changes its parts`);
    return places.length > 0 ? [{ artifact, text, places }] : [];
  });
}

for (const api of await everyApi()) {
  test(`files made with the parts of earlier ones are the same as those made without: ${api.id}`, () => {
    const before = withParts(api);
    assert.deepEqual(
      before.map(({ artifact }) => artifact.id),
      ['json', 'llms-full'],
    );
    for (const changed of api.codes) {
      const now = { ...api, codes: api.codes.map((code) => (code === changed ? reworded(code) : code)) };
      for (const { artifact, text, places } of before) {
        const isChanged = (_: unknown, { code }: Pick<Code, 'code'>) => code === changed.code;
        const { partOf, placesIn } = takingParts({ text, places, isChanged });
        const made: string[] = [];
        const noting: PartOf = (of, code, make) =>
          partOf(of, code, () => {
            made.push(code.code);
            return make();
          });
        const after = artifact.make(now, linksOf(api), runtimes, noting);
        assert.equal(after, artifact.make(now, linksOf(api), runtimes));
        assert.deepEqual(made, [changed.code]);
        assert.equal(placesIn(after)?.length, places.length);
      }
    }
  });
}

test('a text that does not hold every part as it was given has no places', () => {
  const { partOf, placesIn } = takingParts(undefined);
  const parts = ['one', 'two'].map((code) => partOf({ id: 'a' }, { code }, () => `<${code}>`));
  assert.deepEqual(placesIn(`${parts.join('')}!`), [0, 5, 5, 5]);
  assert.equal(placesIn('<one> <Two>'), undefined);
});
