import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix, sep } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { commands } from '../src/cli/commands.ts';
import {
  addressOf,
  apiArtifacts,
  codeArtifacts,
  configEditorSchema,
  domainArtifacts,
  editorSchemas,
  GUIDE_COMPONENTS,
  guideArtifacts,
  POLICIES,
  readJsonConfig,
  readModuleConfig,
} from '../src/index.ts';
import { PRESETS, SCRIPTS } from '../src/init/index.ts';
import { blockIn, blocksOf, DOCS, firstColumn, PAGES, textOf } from './helpers/docs.ts';
import { ROOT, runIn } from './helpers/fixture.ts';

const MANIFEST: { scripts: object; dependencies: object; devDependencies: object } = JSON.parse(textOf('package.json'));
/** The builds of Node, for the scripts of a clone. */
const NODE: { optionalDependencies: object } = JSON.parse(textOf('.ci/node/package.json'));

/** What each command takes. */
const OPTIONS = new Map<string, readonly string[]>();
for (const [name, { load }] of Object.entries(commands)) OPTIONS.set(name, (await load()).options);

const work = mkdtempSync(join(tmpdir(), 'errorbook-docs-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** A text without its code blocks, in which a bracket is not a link and a number sign not a heading. */
const proseOf = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, '');

/** Names in a list that are not in another: what to add, and what to take out. */
function assertNames(actual: Iterable<string>, expected: Iterable<string>, where: string): void {
  assert.deepEqual([...actual].sort(), [...expected].sort(), where);
}

/** The fragments to which GitHub links in a page: its headings in lower case, hyphens for spaces, without punctuation. */
function anchorsOf(text: string): string[] {
  return [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The links of a page to other files and to headings. */
function linksOf(file: string): { href: string; target: string; anchor: string }[] {
  const prose = proseOf(textOf(file)).replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, href = '']) => {
    if (/^\w+:/.test(href)) return [];
    const [path = '', anchor = ''] = href.split('#');
    return [{ href, target: path === '' ? file : posix.join(dirname(file), path), anchor }];
  });
}

test('the README has at most 250 lines, and the architecture at most 150', () => {
  assert.ok(textOf('README.md').split('\n').length <= 251);
  assert.ok(textOf('src/README.md').split('\n').length <= 151);
});

test('every link leads to a file and to a heading that exist', () => {
  const links = DOCS.flatMap((file) => linksOf(file).map((link) => ({ file, ...link })));
  assert.ok(links.length > 30, `${links.length} links`);
  const broken = links.filter(
    ({ target, anchor }) =>
      !existsSync(join(ROOT, target)) || (anchor !== '' && !anchorsOf(textOf(target)).includes(anchor)),
  );
  assert.deepEqual(
    broken.map(({ file, href }) => `${file}: ${href}`),
    [],
  );
});

test('the README links to every page of the documentation, to the architecture and to the notes for contributors', () => {
  const targets = linksOf('README.md').map(({ target }) => target);
  assert.deepEqual(
    DOCS.filter((file) => file !== 'README.md' && !targets.includes(file)),
    [],
  );
});

test('the README lists exactly the commands that there are', () => {
  const listed = firstColumn('README.md', '| command | what it does |').map(
    (cell) => /^`errorbook ([a-z-]+)`$/.exec(cell)?.[1] ?? cell,
  );
  assertNames(listed, Object.keys(commands), 'README.md');
});

test('each script in the documentation exists, and each of its options too', () => {
  // ours, and those of a project that `init` has set up
  const scripts = [...Object.keys(MANIFEST.scripts), ...Object.keys(SCRIPTS)];
  const wrong = DOCS.flatMap((file) =>
    [...textOf(file).matchAll(/\bnpm (?:run (?:-s )?)?([a-z][a-z:-]*)( -- [^`\n#]*)?/g)]
      .filter(([all, script = '']) => /npm run /.test(all) || ['start', 'test'].includes(script))
      .filter(([, script = '', more = '']) => {
        const options = [...more.matchAll(/ --([a-z-]+)/g)].map(([, option = '']) => option);
        const known = OPTIONS.get(script);
        return !scripts.includes(script) || options.some((it) => known && it !== 'help' && !known.includes(it));
      })
      .map(([all]) => `${file}: ${all}`),
  );
  assert.deepEqual(wrong, []);
});

/** What is in code: fenced blocks and spans. */
const codeOf = (text: string) => [
  ...blocksOf(text).map(({ code }) => code),
  ...[...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span),
];

test('each command in the documentation exists, and each of its options too', () => {
  const calls = DOCS.flatMap((file) =>
    codeOf(textOf(file))
      .flatMap((code) => [...code.matchAll(/(?:^|npx )errorbook ([a-z][a-z-]*)([^`\n#|]*)/gm)])
      .map(([all, name = '', more = '']) => ({ place: `${file}: ${all}`, name, more })),
  );
  assert.ok(calls.length > 40, `${calls.length} calls`);
  const wrong = calls.filter(({ name, more }) => {
    const options = [...more.matchAll(/ --([a-z-]+)/g)].map(([, option = '']) => option);
    const known = OPTIONS.get(name);
    return !known || options.some((it) => it !== 'help' && !known.includes(it));
  });
  assert.deepEqual(
    wrong.map(({ place }) => place),
    [],
  );
});

/** Where a command may be called as a script of a clone: notes about clones, and what knows that it runs in one. */
const OF_CLONES = [
  '.github/CONTRIBUTING.md',
  'README.md: npm run init',
  'README.md: npm run check',
  'src/cli/errorbook.mjs',
  'src/cli/standing.ts',
  'src/cli/tool.ts',
  'src/docs/setup.md: npm run init',
];

test('documentation, findings and written files call a command `errorbook NAME`, for packages and clones', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|mjs|astro)$/.test(path))
    .map((path) => posix.join('src', path.split(sep).join('/')));
  const names = Object.keys(commands).join('|');
  const script = new RegExp(`\\bnpm run (?:-s )?(?:${names})\\b(?!:)`, 'g');
  const found = [...DOCS, ...sources].flatMap((file) =>
    [...textOf(file).matchAll(script)].map(([call]) => `${file}: ${call}`),
  );
  assert.deepEqual(
    found.filter((place) => !OF_CLONES.some((it) => place.startsWith(it))),
    [],
  );
});

test('the registry of the README passes a strict check, and the one code has the address that it names', async () => {
  const readme = textOf('README.md');
  const blocks = blocksOf(readme).filter(({ language }) => language === 'yaml');
  assert.equal(blocks.length, 2);
  for (const { code } of blocks) {
    const [, path = ''] = /^# (\S+)\n/.exec(code) ?? [];
    await mkdir(join(work, dirname(path)), { recursive: true });
    await writeFile(join(work, path), code);
  }
  const checked = await runIn(work, ['check', '--strict']);
  assert.deepEqual(checked, { status: 0, out: '2 files, 1 code: 0 errors, 0 warnings.', err: '' });
  const explained = await runIn(work, ['explain', 'PARCEL_TOO_HEAVY', '--site', 'http://localhost:4321']);
  const [address = ''] = explained.out.split('\n').slice(-1);
  assert.equal(address, 'http://localhost:4321/parcels/errors/PARCEL_TOO_HEAVY/');
  assert.ok(readme.includes(`\`${address}\``), address);
});

test('the function that linking.md gives makes the same addresses as the site', async () => {
  const block = blocksOf(textOf('src/docs/linking.md')).find(({ code }) => code.startsWith('const address ='));
  assert.ok(block);
  const file = join(work, 'address.mts');
  await writeFile(file, `export ${block.code}`);
  const { address }: { address: (code: string) => string } = await import(pathToFileURL(file).href);
  for (const code of ['AUTH_REQUIRED', '50035', 'urn:x:y', '.a.b.', '..', 'a~b', 'é', '😀', 'a b/c', '%', 'x-y_z']) {
    assert.equal(address(code), addressOf(code), code);
  }
});

test('registry.md names every field of the files, every component of guides and every retry policy', () => {
  const page = textOf('src/docs/registry.md');
  const inCode = new Set([...proseOf(page).matchAll(/`([^`\n]+)`/g)].flatMap(([, text = '']) => text.match(/\w+/g)));
  const missing = (names: Iterable<string>) => [...names].filter((name) => !inCode.has(name));
  const fields = ['api', 'domain', 'guide'].flatMap((name) => propertiesOf(editorSchemas()[`${name}.schema.json`]));
  assert.ok(fields.length > 60, `${fields.length} fields`);
  assert.deepEqual(missing(fields.filter((field) => field !== '$schema')), []);
  assert.deepEqual(missing([...Object.keys(GUIDE_COMPONENTS), ...POLICIES.filter((it) => !it.includes('-'))]), []);
  for (const policy of POLICIES) assert.ok(page.includes(`| \`${policy}\` |`), policy);
});

test('configuration.md lists every setting, and its example is one', () => {
  const schema = configEditorSchema();
  const listed = firstColumn('src/docs/configuration.md', '| setting | what it does |').map((it) =>
    it.replaceAll('`', ''),
  );
  assert.ok(typeof schema === 'object' && schema && 'properties' in schema && schema.properties);
  assertNames(
    listed,
    Object.keys(schema.properties).filter((it) => it !== '$schema'),
    'configuration.md',
  );
  const page = textOf('src/docs/configuration.md');
  const names = [...propertiesOf(schema), ...JSON.stringify(schema).matchAll(/"enum":\[([^\]]+)\]/g)].flatMap((it) =>
    typeof it === 'string' ? it : JSON.parse(`[${it[1]}]`),
  );
  assert.deepEqual(
    names.filter((name) => !page.includes(name)),
    [],
  );
  for (const { code } of blocksOf(page).filter(({ language }) => language === 'json'))
    assert.deepEqual(readJsonConfig('errorbook.config.json', code).diagnostics, []);
  const example = /defineConfig\((\{[\s\S]*\})\);/.exec(blockIn('src/docs/configuration.md', 'ts'))?.[1];
  const value: unknown = new Function(`return ${example}`)();
  assert.deepEqual(readModuleConfig('errorbook.config.ts', '', value).diagnostics, []);
});

/** The names of all properties in a JSON Schema, however deep. */
function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(propertiesOf)];
}

test('programs.md lists every artifact by its file', () => {
  const cells = firstColumn('src/docs/programs.md', '| file | what it is |');
  const listed = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file));
  const forCodes = codeArtifacts.map(({ id }) => `errors/{code}.${id === 'code-json' ? 'json' : 'md'}`);
  const forGuides = guideArtifacts.map(({ pathOf }) => pathOf({ id: '{guide}', title: '', summary: '' }));
  const forDomains = domainArtifacts.map(({ pathOf }) => pathOf({ id: '{domain}' }));
  const all = [...apiArtifacts.map(({ path }) => path), ...forCodes, ...forDomains, ...forGuides];
  assertNames(listed, all, 'src/docs/programs.md');
});

test('dependencies.md lists exactly the dependencies that there are', () => {
  const cells = firstColumn('src/docs/dependencies.md', '| dependency | why |');
  const listed = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  const { dependencies, devDependencies } = MANIFEST;
  assertNames(
    listed,
    Object.keys({ ...dependencies, ...NODE.optionalDependencies, ...devDependencies }),
    'dependencies.md',
  );
});

test('setup.md lists exactly the options and the envelopes of init, and every script that it writes', () => {
  const page = 'src/docs/setup.md';
  const plain = (cell: string) => cell.replaceAll(/`(?:--)?/g, '');
  assertNames(firstColumn(page, '| option | what it says | default |').map(plain), OPTIONS.get('init') ?? [], page);
  assertNames(firstColumn(page, '| envelope | body |').map(plain), Object.keys(PRESETS), page);
  for (const name of Object.keys(SCRIPTS)) assert.ok(textOf(page).includes(`\`${name}\``), name);
});

test('publishing.md lists exactly the workflows that there are', () => {
  const listed = firstColumn('src/docs/publishing.md', '| workflow | what it does |');
  const files = readdirSync(join(ROOT, '.github/workflows'));
  assertNames(
    listed.map((cell) => `${cell.replaceAll('`', '')}.yml`),
    files,
    'publishing.md',
  );
});

test('the architecture names every room, and each file that it mentions exists', () => {
  const rooms = readdirSync(join(ROOT, 'src')).filter((name) => statSync(join(ROOT, 'src', name)).isDirectory());
  const cells = firstColumn('src/README.md', '| room | what it does |');
  const listed = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)\/`/g)].map(([, room = '']) => room));
  assertNames(listed, rooms, 'src/README.md');
  const paths = [...proseOf(textOf('src/README.md')).matchAll(/`([\w[\].-]+(?:\/[\w[\].-]*)+|\w+\.ts)`/g)]
    .map(([, path = '']) => path)
    .filter(
      (path) =>
        !path.includes('ID') &&
        !['lib/', 'lint/rules/', 'release/', 'rules/', 'runtimes/', 'snippets/', 'source/', 'src/'].includes(path),
    );
  assert.ok(paths.length > 30, `${paths.length} paths`);
  assert.deepEqual(
    paths.filter((path) => !existsSync(join(ROOT, 'src', path)) && !existsSync(join(ROOT, path))),
    [],
  );
});

test('no page of the documentation names a place on the machine of its author', () => {
  const homes = /(?:^|[\s`'"(])(?:\/(?:home|Users|root|work|tmp)\/|[A-Z]:\\)/m;
  assert.ok(PAGES.length > 5);
  assert.deepEqual(
    DOCS.filter((file) => homes.test(textOf(file))),
    [],
  );
});
