import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectFile, runIn } from '../helpers/fixture.ts';

const FOLDER = join(import.meta.dirname, 'guide');

for (const guide of ['all', 'other']) {
  test(`the guide ${guide} reads as Markdown like its page, with what its components show`, async () => {
    const { out, err } = await runIn(FOLDER, [
      ...['generate', '--artifact', 'guide-markdown', '--guide', guide],
      ...['--site', 'https://errors.example', '--base', '/docs/'],
    ]);
    assert.equal(err, '');
    expectFile(join(FOLDER, `${guide}.md`), out);
  });
}

test('an option that does not fit the file is refused in a sentence', async () => {
  const generate = async (...argv: string[]) => (await runIn(FOLDER, ['generate', ...argv])).err;
  const expected = {
    none: '`guide-markdown` is about one guide; name it with --guide.',
    unknown: 'Depot API has no guide `al`; did you mean `all`?',
    code: '`guide-markdown` is about one guide; remove --code.',
    guide: '`code-json` is about one code; remove --guide.',
    domain: '`domain-markdown` is about one domain; name it with --domain.',
    noDomain: 'Depot API has no domain `x`.',
    api: '`json` is about the whole API; remove --guide.',
  };
  assert.deepEqual(
    {
      none: await generate('--artifact', 'guide-markdown'),
      unknown: await generate('--artifact', 'guide-markdown', '--guide', 'al'),
      code: await generate('--artifact', 'guide-markdown', '--code', 'PARCEL_BUSY'),
      guide: await generate('--artifact', 'code-json', '--guide', 'all'),
      domain: await generate('--artifact', 'domain-markdown'),
      noDomain: await generate('--artifact', 'domain-markdown', '--domain', 'x'),
      api: await generate('--artifact', 'json', '--guide', 'all'),
    },
    expected,
  );
});
