import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Ended, errorbook, node, ROOT } from '../helpers/command.ts';
import { SMALL } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const HEAD = '---\ntitle: Waiting\nsummary: When to read again.\n---\n';

/** A module that writes a file when it is loaded. */
function writing(file: string): string {
  const program = `import{writeFileSync}from'node:fs';writeFileSync(${JSON.stringify(file)},'');export default()=>''`;
  return `data:text/javascript,${encodeURIComponent(program)}`;
}

for (const [what, guide] of [
  [
    'whose front matter holds a lone carriage return',
    (proof) => `---\ntitle: Waiting\nsummary: Some text. #\rlayout: "${writing(proof)}"\n---\nText.\n`,
  ],
  [
    'whose front matter other readers end at another line',
    (proof) =>
      `---\n#\r'\n{title: "H", summary: "S' #\n---x\n{process.getBuiltinModule('fs').writeFileSync('${proof}', '') /*\n"} # */}\n---\n`,
  ],
] satisfies [string, (proof: string) => string][]) {
  test(`a guide ${what} is refused, and no code of it runs`, () =>
    inTemporaryFolder(async (folder) => {
      const proof = join(folder, 'proof');
      const contracts = await smallWith(folder, guide(proof));
      const { status, out } = await build(contracts, join(folder, 'site'));
      assert.equal(existsSync(proof), false);
      assert.equal(status, 1);
      assert.match(out, /guides\/waiting\.mdx:\d+:\d+ {2}error {2}syntax\n {2}This is a carriage return/);
    }));
}

test('a guide whose text begins like front matter shows it as text', () =>
  inTemporaryFolder(async (folder) => {
    const proof = join(folder, 'proof');
    const contracts = await smallWith(folder, `${HEAD}Text.\n`);
    const guide = (name: string) => join(contracts, `parcels/guides/${name}.mdx`);
    await writeFile(guide('yaml'), `${HEAD}---\nlayout: "${writing(proof)}"\n---\nText.\n`);
    await writeFile(guide('toml'), `${HEAD}\n\n+++\nlayout = "${writing(proof)}"\n+++\nText.\n`);
    await writeFile(guide('odd'), `${HEAD}---x\nlayout: "${writing(proof)}"\n---\nText.\n`);
    await writeFile(guide('other'), `${HEAD.replaceAll('\n', '\r\n')}\u2028---\nlayout: "${writing(proof)}"\n---\n`);
    const { status, err } = await build(contracts, join(folder, 'site'));
    assert.equal(status, 0, err);
    assert.equal(existsSync(proof), false);
    const page = (name: string) => readFile(join(folder, `site/parcels/guides/${name}/index.html`), 'utf8');
    assert.match(await page('yaml'), /<hr\/>\s*<h2[^>]*>layout: /);
    assert.match(await page('toml'), /<p>\+\+\+\s*layout = /);
    assert.match(await page('odd'), /<h2[^>]*>---x\s*layout: /);
    assert.match(await page('other'), /<h2[^>]*>\u2028---\s*layout: /);
  }));

test('a build shows a guide as it was checked, whatever becomes of the file meanwhile', () =>
  inTemporaryFolder(async (folder) => {
    const proof = join(folder, 'proof');
    const contracts = join(folder, 'contracts');
    await cp(SMALL, contracts, { recursive: true });
    const program = `
      import { writeFileSync } from 'node:fs';
      import { readContracts } from '${module('src/cli/contracts.ts')}';
      import { buildSite } from '${module('src/cli/site-build.ts')}';
      import { check } from '${module('src/index.ts')}';
      import { NO_SETTINGS } from '${module('src/shared/settings.ts')}';
      const [path, guide, evil, out] = ${JSON.stringify([
        contracts,
        join(contracts, 'parcels/guides/waiting.mdx'),
        `${HEAD}import '${writing(proof)}'\n\nOther words.\n`,
        join(folder, 'site'),
      ])};
      const { registry } = check(await readContracts(path));
      writeFileSync(guide, evil);
      const hosting = { hosts: [], precompressed: false, base: '/' };
      const build = { folder: { path, shown: path }, registry, settings: NO_SETTINGS, out, base: '/', hosting };
      await buildSite(build, { out() {}, err() {}, cwd: path, terminal: { out: false, err: false } }, 0);`;
    const { status, err } = await node(['--input-type=module', '-e', program], ROOT).ended;
    assert.equal(status, 0, err);
    assert.equal(existsSync(proof), false);
    const page = await readFile(join(folder, 'site/parcels/guides/waiting/index.html'), 'utf8');
    assert.match(page, /has a label and no place yet/);
    assert.doesNotMatch(page, /Other words/);
  }));

test('guides that end in an unfinished import, export or expression have their diagnostics', () =>
  inTemporaryFolder(async (folder) => {
    const contracts = await smallWith(folder, `${HEAD}import \`\\`);
    await writeFile(join(contracts, 'parcels/guides/export.mdx'), `${HEAD}export const a = \`\\`);
    await writeFile(join(contracts, 'parcels/guides/expression.mdx'), `${HEAD}{\`\\`);
    const { status, out, err } = await errorbook('check', '--contracts', contracts).ended;
    assert.equal(status, 1, err);
    assert.deepEqual(
      [...out.matchAll(/guides\/(\w+)\.mdx:5:1 {2}error/g)].map(([, name]) => name),
      ['export', 'expression', 'waiting'],
    );
  }));

function module(path: string): string {
  return pathToFileURL(join(ROOT, path)).href;
}

async function smallWith(folder: string, guide: string): Promise<string> {
  const contracts = join(folder, 'contracts');
  await cp(SMALL, contracts, { recursive: true });
  await writeFile(join(contracts, 'parcels/guides/waiting.mdx'), guide);
  return contracts;
}

function build(contracts: string, out: string): Promise<Ended> {
  return errorbook('build', '--contracts', contracts, '--out', out).ended;
}
