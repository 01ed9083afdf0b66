import { join } from 'node:path';
import { test } from 'node:test';
import { apiArtifacts, codeArtifacts, conditionOf, snippetsOf } from '../../src/index.ts';
import { expectFile } from '../helpers/fixture.ts';
import { apisIn, linksOf, textOf } from './setup.ts';

/** APIs that have something of everything: with codes in their bodies, and without. */
const APIS = { 'tests/view/documents/contracts': 'desk', 'tests/decode/variants/contracts': 'sea' };

/** The history is tested elsewhere, and `llms-full.txt` consists of other artifacts. */
const OTHERS = ['changes-markdown', 'llms-full'];

const HERE = join(import.meta.dirname, 'whole');
const apis = (await Promise.all(Object.keys(APIS).map(apisIn)))
  .flat()
  .filter(({ id }) => Object.values(APIS).includes(id));

for (const api of apis) {
  for (const { id, path } of apiArtifacts.filter((it) => !OTHERS.includes(it.id))) {
    test(`the whole artifact ${id} of ${api.id}`, () => {
      expectFile(join(HERE, api.id, `${path.replaceAll('/', '-')}.txt`), textOf(id, api));
    });
  }

  test(`the whole artifacts and examples of the codes of ${api.id}`, () => {
    const texts = api.codes.map((code) =>
      [
        `# ${code.code}: ${JSON.stringify(conditionOf(api, code))}`,
        ...codeArtifacts.map((it) => it.makeFor(api, code, linksOf(api))),
        ...snippetsOf(api, code).map(({ language, text }) => `## ${language}\n${text}`),
      ].join('\n'),
    );
    expectFile(join(HERE, api.id, 'codes.txt'), texts.join('\n'));
  });
}
