import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { commands } from '../../src/cli/commands.ts';
import { runIn } from '../helpers/fixture.ts';
import { SMALL } from '../helpers/registry.ts';

const temporary = mkdtempSync(join(tmpdir(), 'errorbook-configuration-'));
after(() => rmSync(temporary, { recursive: true, force: true }));

/** A folder with a registry of its own in `errors/`, new for each test. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(temporary, 'team-'));
  cpSync(SMALL, join(folder, 'errors'), { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const check = (...options: string[]) => runIn(folder, ['check', ...options]);
const FOUND = '5 files, 5 codes: 0 errors, 0 warnings.';
const PAGE = 'parcels/errors/PARCEL_UNKNOWN/';

test('every command that reads a registry takes a configuration', async () => {
  const without: string[] = [];
  for (const [name, { load }] of Object.entries(commands)) {
    const { options } = await load();
    if (options.includes('contracts') && !options.includes('config')) without.push(name);
  }
  // they find a repository by the folder, and load no package in jobs that may push
  assert.deepEqual(without, ['publish', 'sweep']);
});

test('a configuration is found where the user is, in each language, whatever package.json says', async () => {
  assert.equal((await check()).status, 2);
  const files = {
    'errorbook.config.json': '{ "contracts": "errors" }',
    'errorbook.config.mjs': "export default { contracts: 'errors' };",
    'errorbook.config.ts': "const contracts: string = 'errors';\nexport default { contracts } satisfies object;",
  };
  for (const type of [undefined, 'commonjs', 'module']) {
    if (type) write('package.json', JSON.stringify({ type }));
    for (const [name, text] of Object.entries(files)) {
      write(name, text);
      assert.deepEqual(await check(), { status: 0, out: FOUND, err: '' }, `${name} with ${type}`);
      rmSync(join(folder, name));
    }
  }
  write('errorbook.config.js', "export default { contracts: 'errors' };");
  assert.equal((await check()).out, FOUND);
});

test('paths are relative to the configuration, wherever it is', async () => {
  write('settings/site.json', '{ "contracts": "../errors" }');
  assert.deepEqual(await check('--config', 'settings/site.json'), { status: 0, out: FOUND, err: '' });
});

test('options win over the configuration, and the configuration over what is usual', async () => {
  write('errorbook.config.json', '{ "contracts": "errors", "site": "https://errors.acme.example", "base": "docs" }');
  const address = async (...options: string[]) =>
    (await runIn(folder, ['explain', 'PARCEL_UNKNOWN', ...options])).out.split('\n').at(-1);
  assert.equal(await address(), `https://errors.acme.example/docs/${PAGE}`);
  assert.equal(await address('--base', '/'), `https://errors.acme.example/${PAGE}`);
  assert.equal(await address('--site', 'http://localhost:1'), `http://localhost:1/docs/${PAGE}`);
  const outcome = await check('--contracts', 'other');
  assert.equal(outcome.status, 2);
  assert.match(outcome.err, /The registry folder .*other doesn't exist/);
});

test('retry policies have the configured names on the terminal and in files', async () => {
  write('errorbook.config.json', '{ "contracts": "errors", "retryLabels": { "backoff": "Resend with backoff" } }');
  const { out } = await runIn(folder, ['explain', 'DEPOT_CLOSED']);
  assert.match(out, /Resend with backoff\./);
  assert.doesNotMatch(out, /Retry with backoff/);
  for (const artifact of ['markdown', 'llms', 'llms-full']) {
    const text = (await runIn(folder, ['generate', '--artifact', artifact])).out;
    assert.match(text, /resend with backoff/i, artifact);
    assert.doesNotMatch(text, /retry with backoff/i, artifact);
  }
});

/** What a command says of a configuration that can't be used; never where this program is. */
async function complaint(...options: string[]): Promise<string> {
  const { status, out, err } = await check(...options);
  assert.equal(status, 2, err);
  assert.equal(out, '');
  assert.doesNotMatch(err, /\n\s+at /);
  return err;
}

test('a configuration that is not there or not alone is a sentence', async () => {
  assert.equal(
    await complaint('--config', 'nowhere.json'),
    "The configuration nowhere.json doesn't exist; --config names a file.",
  );
  assert.equal(await complaint('--config', ''), '--config is empty; name a file.');
  assert.equal(
    await complaint('--config', 'site.yaml'),
    '--config takes a file that ends in .ts, .mjs, .js or .json, not `site.yaml`.',
  );
  write('errorbook.config.json', '{}');
  write('errorbook.config.ts', 'export default {};');
  assert.equal(
    await complaint(),
    'There are errorbook.config.ts and errorbook.config.json, and only one can hold; remove the other, or name one with --config.',
  );
});

test('a configuration that throws, does not parse or exports nothing is a sentence', async () => {
  const cases: [string, string][] = [
    [
      "const x = 1;\nthrow new Error('No token.');",
      "The configuration errorbook.config.ts can't be loaded: No token (line 2).",
    ],
    ["throw 'No token';", "The configuration errorbook.config.ts can't be loaded: it throws No token."],
    [
      "import { gone } from './gone.ts';\nexport default { name: gone };",
      "The configuration errorbook.config.ts can't be loaded: Cannot find module './gone.ts'",
    ],
    [
      'export const name = 1;',
      'The configuration errorbook.config.ts exports no default; write `export default { … }`.',
    ],
  ];
  for (const [text, expected] of cases) {
    write('errorbook.config.ts', text);
    assert.ok((await complaint()).replaceAll(`${folder}/`, './').startsWith(expected), await complaint());
  }
  write('errorbook.config.ts', 'export default {\n  name: "Acme"\n  base: 1,\n};');
  assert.match(await complaint(), /^The configuration errorbook\.config\.ts can't be loaded: .+\.$/);
});

test('what is wrong with a setting is named with its place, and nothing is done', async () => {
  write('errorbook.config.json', '{\n  "contracts": "errors",\n  "outt": "dist"\n}\n');
  assert.equal(
    await complaint(),
    `errorbook.config.json:3:3  error  unknown-key
  \`outt\` isn't a key that the format has here, so it would be ignored.
      2 |   "contracts": "errors",
    > 3 |   "outt": "dist"
        |   ^^^^^^
      4 | }
  Fix: Did you mean \`out\`?`,
  );
  write('errorbook.config.json', '{ "contracts": "errors", }');
  assert.match(
    await complaint(),
    /^errorbook\.config\.json:1:26 {2}error {2}syntax\n {2}This is not JSON: property name/,
  );
});

/** What `build` says of a configuration whose files can't be used. */
async function refusedBy(settings: object): Promise<string> {
  write('errorbook.config.json', JSON.stringify({ contracts: 'errors', ...settings }, null, 1));
  const { status, err } = await runIn(folder, ['build', '--out', 'site']);
  assert.equal(status, 2, err);
  return err.split('\n')[1]?.trim() ?? '';
}

test('images and styles are held against what they are to be', async () => {
  write('logo.png', 'no image');
  write('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8" onload="alert(1)"></svg>');
  write('large.css', ' '.repeat(200 * 1024));
  write('own.css', '@import "other.css";');
  assert.equal(await refusedBy({ icon: 'icon.svg' }), "The file `icon.svg` doesn't exist, or can't be read.");
  assert.equal(await refusedBy({ icon: 'icon.tiff' }), "`icon.tiff` doesn't end in .svg, .png or .ico.");
  assert.equal(await refusedBy({ icon: 'logo.png' }), "`logo.png` isn't an image of the kind that its name says.");
  assert.equal(
    await refusedBy({ logo: { light: 'logo.svg' } }),
    '`logo.svg` contains a script, which would run if the image is opened by itself.',
  );
  assert.equal(
    await refusedBy({ css: 'large.css' }),
    '`large.css` has 200 KiB, but at most 100 KiB are allowed, because readers load it.',
  );
  assert.equal(await refusedBy({ css: 'own.css' }), '`own.css` has @import, which does nothing inside a layer.');
  write('below/site.json', JSON.stringify({ contracts: '../errors', editLink: 'https://acme.example/{path}' }));
  const { err } = await runIn(folder, ['build', '--config', 'below/site.json']);
  assert.match(
    err,
    /Paths in `editLink` are relative to the configuration's folder, and the registry is outside of it\./,
  );
});
