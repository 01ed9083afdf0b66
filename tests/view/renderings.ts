import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DecodeIndex, decode, unpacked } from '../../src/browser.ts';
import { explanationView } from '../../src/client/decode/view.ts';
import { type Api, type Code, examplesOf, responseText } from '../../src/index.ts';
import { errorbook } from '../helpers/command.ts';
import { ROOT, runIn } from '../helpers/fixture.ts';
import type { Rendering } from './exemptions.ts';
import { withTextDocument } from './text-document.ts';

/** What each rendering says of each code, as text; addresses of links are part of it. */
export type Renderings = Record<Rendering, Record<string, string>> & {
  /** The part of the preview's page about each code, before and after, as HTML. */
  sides: Record<string, string>;
};

/** Renders an API in every form, by the command line: a preview of `contracts` against `before`, and `explain`. */
export async function renderingsOf(contracts: string, before: string, out: string, api: Api): Promise<Renderings> {
  const { status, err } = await errorbook('preview', '--against', before, '--contracts', contracts, '--out', out).ended;
  assert.equal(status, 0, err);
  const file = (path: string) => readFileSync(join(out, path), 'utf8');
  const articles = file('preview/index.html').split('<article');
  const terminal: Record<string, string> = {};
  for (const { code } of api.codes) {
    terminal[code] = (
      await runIn(ROOT, ['explain', code, '--contracts', contracts, '--site', 'https://plants.example'])
    ).out;
  }
  const index: DecodeIndex = {
    format: 'error-docs-decode/1',
    apis: JSON.parse(file('decode/index.json')).apis.map(({ id }: Api) =>
      unpacked(JSON.parse(file(`decode/apis/${id}.json`))),
    ),
  };
  const texts = JSON.parse(textOfHtml(/data-texts="([^"]*)"/.exec(file('decode/index.html'))?.[1] ?? '{}'));
  const ofCodes = (render: (code: Code) => string) =>
    Object.fromEntries(api.codes.map((code) => [code.code, render(code)]));
  const sides = ofCodes(({ code }) => articles.find((it) => it.includes(`aria-labelledby="plant-${code}"`)) ?? '');
  return {
    page: ofCodes(({ address }) => textOfHtml(file(`plant/errors/${address}/index.html`))),
    markdown: ofCodes(({ address }) => file(`plant/errors/${address}.md`).replace(/\\(?=[^\w\s])/g, '')),
    terminal,
    preview: ofCodes(({ code }) => textOfHtml((sides[code] ?? '').split('class="side"').at(-1) ?? '')),
    sides,
    decoder: ofCodes((code) => {
      const example = examplesOf(api, code, '')[0];
      assert.ok(example);
      const [explanation] = decode(responseText(example.response), index, 0).explanations;
      assert.ok(explanation);
      return withTextDocument(() => explanationView(explanation, texts).textContent ?? '');
    }),
  };
}

/** What a browser shows of HTML: its text, and where its links lead. */
function textOfHtml(html: string): string {
  const shown = html
    .replaceAll(/<(?:script|template)\b[\s\S]*?<\/(?:script|template)>/g, '')
    .replaceAll(/<wbr>|<\/?(?:span|ins|del|code|strong|a)\b(?![^>]*href)[^>]*>/g, '')
    .replaceAll(/<[^>]*href="([^"]*)"[^>]*>/g, ' $1 ')
    .replaceAll(/<[^>]*>/g, ' ');
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&#34;': '"',
    '&#38;': '&',
    '&amp;': '&',
  };
  return shown.replaceAll(/&#?\w+;/g, (entity) => entities[entity] ?? entity);
}
