import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRuntimes } from '../../../src/cli/runtimes.ts';
import { conditionOf, handlerOf, SNIPPET_LANGUAGES, type SnippetLanguage, snippetsOf } from '../../../src/index.ts';
import { expectFile, ROOT } from '../../helpers/fixture.ts';
import { present } from '../../helpers/present.ts';
import { BODIES, HOSTILE, OURS, registryIn } from '../../helpers/registry.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';
import { exported, succeed, withImports, write } from './languages.ts';

const runtimes = await readRuntimes();

const ODD = fileURLToPath(new URL('odd', import.meta.url));

/** The distinct snippets of a language, of our registries and of those that try to break them. */
async function all(language: SnippetLanguage): Promise<Map<string, string>> {
  const texts = new Set<string>();
  for (const folder of [OURS, HOSTILE, ODD, BODIES]) {
    for (const api of (await registryIn(folder)).apis) {
      for (const code of api.codes)
        for (const snippet of snippetsOf(api, code)) if (snippet.language === language) texts.add(snippet.text);
    }
  }
  return new Map([...texts].map((text, index) => [`snippet${index}`, text]));
}

const run = (folder: string, snippets: Map<string, string>) => ({ folder, snippets, scenarios: [], state: '' });

test('the snippets and handlers in TypeScript compile under the strictest settings', async () => {
  const snippets = await all('typescript');
  for (const folder of [OURS, HOSTILE, ODD, BODIES])
    for (const api of (await registryIn(folder)).apis)
      snippets.set(`handler${snippets.size}`, handlerOf(api, runtimes));
  await inTemporaryFolder(async (folder) => {
    write(run(folder, snippets), 'ts', exported);
    const files = readdirSync(folder);
    const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
    const target = ['--target', 'es2022', '--module', 'esnext', '--lib', 'es2022,dom'];
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    assert.equal(await succeed(process.execPath, [tsc, '--ignoreConfig', ...strict, ...target, ...files], folder), '');
  });
});

test('the snippets in Go are as gofmt leaves them', async () => {
  const snippets = await all('go');
  await inTemporaryFolder(async (folder) => {
    write(run(folder, snippets), 'go', withImports);
    assert.equal(await succeed('gofmt', ['-d', '.'], folder), '');
  });
});

test('no line holds a character that a reader would not see, or that would turn the line', async () => {
  for (const language of SNIPPET_LANGUAGES) {
    for (const text of (await all(language)).values()) {
      assert.doesNotMatch(text.replaceAll(/[\n\t]/g, ''), /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    }
  }
});

/** Codes of each policy and each way to identify an error, whose snippets a person has read. */
const READ: [api: string, code: string][] = [
  ['voice-studio', 'INTERNAL_ERROR'],
  ['studio-gateway', 'rate_limited'],
  ['livestream', 'rate-limit-exceeded'],
  ['messaging-channels', 'concurrent_modification'],
];

test('the snippets read as they were read by a person', async () => {
  const { apis } = await registryIn(OURS);
  for (const [id, name] of READ) {
    const api = present(apis.find((it) => it.id === id));
    const code = present(api.codes.find((it) => it.code === name));
    const texts = snippetsOf(api, code).map(({ language, text }) => `── ${language}\n${text}\n`);
    expectFile(fileURLToPath(new URL(`expected/${name}.txt`, import.meta.url)), texts.join('\n'));
  }
});

test('a code has snippets where there is something to wait for, to read or to send again; else one line says how to recognize it', async () => {
  const { apis } = await registryIn(fileURLToPath(new URL('recognized', import.meta.url)));
  const lines = apis.flatMap((api) =>
    api.codes.map((code) => {
      const snippets = snippetsOf(api, code).map(({ language }) => language);
      const condition = (conditionOf(api, code) ?? []).map((it) => ('text' in it ? it.text : '')).join('');
      return `${api.id}/${code.code}\n  snippets: ${snippets.join(', ') || 'none'}\n  condition: ${condition || 'none'}`;
    }),
  );
  expectFile(fileURLToPath(new URL('expected/recognized.txt', import.meta.url)), lines.join('\n'));
});
