import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { apiArtifacts, codeArtifacts, domainArtifacts, examplesOf, guideArtifacts } from '../../src/index.ts';
import { expectFile, ROOT } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { apisIn, linksOf, REGISTRIES } from './setup.ts';

const EXPECTED = join(ROOT, 'tests/artifacts/expected/markdown');
const ofCode = present(codeArtifacts.find(({ id }) => id === 'code-markdown'));
const ofDomain = present(domainArtifacts[0]);
const ofGuide = present(guideArtifacts[0]);
const ofApi = apiArtifacts.filter(({ id }) => ['markdown', 'changes-markdown', 'llms', 'llms-full'].includes(id));

test('a small registry reads like its pages', async () => {
  const [api] = await apisIn('tests/browser/fixtures/small/contracts');
  assert.ok(api);
  for (const artifact of ofApi) {
    expectFile(join(EXPECTED, artifact.path), artifact.make(api, linksOf(api), {}).trimEnd());
  }
  for (const code of api.codes) {
    expectFile(join(EXPECTED, ofCode.pathOf(code)), ofCode.makeFor(api, code, linksOf(api)).trimEnd());
  }
  for (const domain of api.domains) {
    expectFile(join(EXPECTED, ofDomain.pathOf(domain)), ofDomain.makeFor(api, domain, linksOf(api)).trimEnd());
  }
  for (const guide of api.guides) {
    expectFile(join(EXPECTED, ofGuide.pathOf(guide)), ofGuide.makeFor(api, guide, linksOf(api)).trimEnd());
  }
});

for (const folder of REGISTRIES) {
  test(`no text of ${folder} becomes HTML, and every link leads to the web or into these docs`, async () => {
    const reader = new MarkdownIt('default', { html: true });
    for (const api of await apisIn(folder)) {
      const files = [
        ...ofApi.map((artifact) => artifact.make(api, linksOf(api), {})),
        ...api.codes.map((code) => ofCode.makeFor(api, code, linksOf(api))),
        ...api.domains.map((domain) => ofDomain.makeFor(api, domain, linksOf(api))),
        ...api.guides.map((guide) => ofGuide.makeFor(api, guide, linksOf(api))),
      ];
      for (const file of files) {
        const tokens = reader.parse(file, {}).flatMap((token) => [token, ...(token.children ?? [])]);
        const html = tokens.filter(({ type }) => type.startsWith('html')).map(({ content }) => content);
        assert.deepEqual(html, []);
        for (const link of tokens.filter(({ type }) => type === 'link_open')) {
          assert.match(String(link.attrGet('href')), /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i);
        }
      }
    }
  });

  test(`each code of ${folder} has its heading, its steps and its whole response`, async () => {
    for (const api of await apisIn(folder)) {
      for (const code of api.codes) {
        const tokens = new MarkdownIt().parse(ofCode.makeFor(api, code, linksOf(api)), {});
        assert.equal(tokens[0]?.tag, 'h1', code.code);
        const headings = tokens.flatMap((token, i) =>
          token.tag === 'h2' && token.nesting === 1 ? [present(tokens[i + 1]).content] : [],
        );
        assert.deepEqual(headings.slice(0, 2), ['What to do', 'Retry'], code.code);
        assert.equal(headings.includes('Response'), examplesOf(api, code, '').length > 0, code.code);
        const heading = present(tokens[1]).content;
        assert.ok(heading.includes(api.sendsCodes ? code.code.replace(/\s/g, ' ') : '') && heading.length > 0, heading);
      }
    }
  });
}
