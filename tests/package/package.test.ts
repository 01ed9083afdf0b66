import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { commands } from '../../src/cli/commands.ts';
import { BUNDLED } from '../../src/cli/tool.ts';
import { type Ended, node } from '../helpers/command.ts';
import { blocksOf, textOf } from '../helpers/docs.ts';
import { expectFile, ROOT } from '../helpers/fixture.ts';
import { commitAll, edit, git, smallRepository } from '../helpers/git.ts';
import { freePort } from '../helpers/port.ts';
import { served } from '../helpers/program.ts';
import { install, type Packed, pack, stateOf } from './install.ts';
import { typeErrors } from './types.ts';

const work = realpathSync.native(mkdtempSync(join(tmpdir(), 'errorbook-package-')));
after(() => rmSync(work, { recursive: true, force: true, maxRetries: 5 }));

/** Where a team has its registry, and has installed the package: with a space and letters beyond ASCII. */
const TEAM = join(work, 'équipe 7');
const BIN = join(TEAM, 'node_modules/errorbook/lib/cli/errorbook.mjs');
/** What the commands keep from one run to the next. */
const CACHE = join(TEAM, 'node_modules/.cache');
let packed: Packed;
let asInstalled: string[];
const tried = new Set<string>();

before(() => {
  packed = pack(work);
  mkdirSync(TEAM);
  smallRepository(TEAM);
  asInstalled = stateOf(install(packed, TEAM));
  // as everybody has it
  git(TEAM, 'rm', '-rq', '--cached', '--ignore-unmatch', 'node_modules');
});

/** Runs the installed program in the team's folder. */
function run(...argv: string[]): Promise<Ended> {
  tried.add(argv[0] ?? '');
  return node([BIN, ...argv], TEAM).ended;
}

async function succeeds(...argv: string[]): Promise<string> {
  const { status, out, err } = await run(...argv);
  assert.deepEqual([status, err], [0, ''], `errorbook ${argv.join(' ')}\n${out}`);
  return out;
}

/** Starts a command that serves something, and gives back the text at an address of it. */
async function serves(argv: string[], path: string): Promise<string> {
  tried.add(argv[0] ?? '');
  const port = await freePort();
  const child = spawn(process.execPath, [BIN, ...argv, '--port', String(port)], {
    cwd: TEAM,
    env: { ...process.env, NODE_ENV: undefined, NODE_TEST_CONTEXT: undefined, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const server = await served(child, `http://localhost:${port}${path}`, 'SIGTERM');
  try {
    return await (await fetch(server.url)).text();
  } finally {
    await server.close();
  }
}

test('the package has these folders, and nothing of the tests, the examples or the documentation', () => {
  const folders = new Set(packed.paths.map((path) => path.split('/').slice(0, -1).slice(0, 2).join('/') || path));
  expectFile(join(ROOT, 'tests/package/folders.txt'), [...folders].sort().join('\n'));
  assert.deepEqual(
    packed.paths.filter((path) => /\.(?:test|spec)\.ts$|^src\/.*\.md$/.test(path)),
    [],
  );
});

test('the package has the license of each package that is bundled into its files', () => {
  const licensed = (file: string) =>
    [...readFileSync(join(TEAM, 'node_modules/errorbook', file), 'utf8').matchAll(/^## (\S+) - .*\n\n(?=\S)/gm)].map(
      ([, name]) => name,
    );
  assert.deepEqual(licensed('lib/licenses.md'), BUNDLED);
  const inProgram = licensed('lib/program/program/licenses.md');
  assert.ok(inProgram.includes('astro') && inProgram.includes('zod'), inProgram.join('\n'));
});

test('the package is as large as the documentation says', () => {
  const [, size, unpacked] =
    /errorbook` itself is ([\d.]+) MB as a download and ([\d.]+) MB unpacked/.exec(
      textOf('src/docs/dependencies.md'),
    ) ?? [];
  const differs = (bytes: number, said: string | undefined) => Math.abs(bytes / 1e6 - Number(said)) / Number(said);
  assert.ok(differs(packed.size, size) < 0.15, `${packed.size} bytes packed, the documentation says ${size} MB`);
  assert.ok(
    differs(packed.unpackedSize, unpacked) < 0.15,
    `${packed.unpackedSize} bytes, the documentation: ${unpacked} MB`,
  );
});

test('the manifest names files that are in the package, and nothing that only a clone needs', async () => {
  const manifest = JSON.parse(await readFile(join(TEAM, 'node_modules/errorbook/package.json'), 'utf8'));
  const named = JSON.stringify([manifest.bin, manifest.exports]).match(/"(?:\.\/)?[^"]*\.(?:m?js|d\.ts|json)"/g) ?? [];
  const files = named.map((it) => it.slice(1, -1).replace(/^\.\//, '')).filter((it) => it !== '');
  assert.ok(files.length >= 6, files.join());
  for (const file of files) assert.ok(packed.paths.includes(file), file);
  assert.equal(manifest.private, undefined);
  assert.equal(manifest.publishConfig.provenance, true);
  assert.deepEqual(
    Object.keys(manifest.dependencies).filter((name) => name.startsWith('node-')),
    [],
  );
  assert.equal(manifest.optionalDependencies, undefined);
});

test('no file of the package names the folder in which it was packed', () => {
  const tool = join(TEAM, 'node_modules/errorbook');
  const naming = packed.paths.filter((path) => readFileSync(join(tool, path), 'utf8').includes(ROOT));
  assert.deepEqual(naming, []);
});

test('import shows what it would write; without a compiler TypeScript is one sentence', async () => {
  writeFileSync(join(TEAM, 'list.csv'), 'code,status\nLIST_FULL,409\n');
  writeFileSync(join(TEAM, 'codes.ts'), "export type ErrorCode = 'LIST_EMPTY';\n");
  const { status, out, err } = await run('import', 'list.csv', '--api', 'lists');
  assert.deepEqual([status, err.trim()], [0, 'Nothing was written; `--write` writes 4 files.'], out);
  assert.ok(out.includes('LIST_FULL'), out);
  const without = await run('import', 'codes.ts', '--api', 'lists');
  assert.deepEqual(
    [without.status, without.out, without.err.trim()],
    [2, '', 'Importing TypeScript needs its compiler, which is not installed: run `npm install -D typescript`.'],
  );
});

const TYPES = ['--artifact', 'typescript', '--out', 'src/errors.ts', '--site', 'https://errors.example.com'];

test('check, diff, explain, generate, coverage and release work on the registry where the user stands', async () => {
  assert.match(await succeeds('check'), /^5 files, 5 codes: 0 errors, 0 warnings\.$/m);
  assert.match(await succeeds('check', '--contracts', 'contracts', '--rules', 'prose'), /^5 files/m);
  assert.match(await succeeds('explain', 'PARCEL_UNKNOWN'), /^PARCEL_UNKNOWN/m);
  await succeeds('generate', ...TYPES);
  assert.match(await readFile(join(TEAM, 'src/errors.ts'), 'utf8'), /'PARCEL_UNKNOWN'/);
  await succeeds('generate', ...TYPES, '--check');
  const covered = await run('coverage', '--source', 'src/**/*.ts');
  assert.deepEqual([covered.status, covered.err], [0, ''], covered.out);
  await succeeds('release', '--name', '2026-12');
  assert.ok(existsSync(join(TEAM, 'contracts/parcels/releases/2026-12.json')));
  edit(join(TEAM, 'contracts/parcels/tracking.yaml'), 'status: 404', 'status: 410');
  const changed = await run('diff', '--against', 'HEAD');
  assert.equal(changed.status, 1, changed.err);
  assert.match(changed.out, /404.*410/);
});

test('guides that hold code are read in another process, which is compiled too', async () => {
  const reader = node([join(TEAM, 'node_modules/errorbook/lib/cli/guide-reader.js')], TEAM);
  // it gets no input here, which is no JSON; that it was loaded is what counts
  assert.match((await reader.ended).err, /JSON/);
});

test('build and preview write below the folder where the user stands', async () => {
  // as an older version may have left it
  mkdirSync(join(CACHE, 'errorbook/node_modules'), { recursive: true });
  symlinkSync(join(work, 'gone'), join(CACHE, 'errorbook/node_modules/zod'), 'junction');
  git(TEAM, 'checkout', '--quiet', '--', 'contracts');
  assert.match(await succeeds('build', '--site', 'https://errors.example.com'), /Built \d+ pages into dist in/);
  const page = await readFile(join(TEAM, 'dist/parcels/errors/PARCEL_UNKNOWN/index.html'), 'utf8');
  assert.match(page, /<link rel="canonical" href="https:\/\/errors\.example\.com\/parcels\/errors\/PARCEL_UNKNOWN\/">/);
  assert.match(
    await readFile(join(TEAM, 'dist/parcels/guides/waiting/index.html'), 'utf8'),
    /has a label and no place yet/,
  );
  assert.match(await succeeds('merge', 'dist', '--out', 'merged'), /^Merged 1 part into merged: \d+ pages\.\n$/);
  edit(join(TEAM, 'contracts/parcels/tracking.yaml'), 'Compare the number', 'Compare every digit');
  assert.match(
    await succeeds('build', '--site', 'https://errors.example.com'),
    /, [1-9]\d* of them kept, into dist in/,
  );
  assert.match(await readFile(join(TEAM, 'dist/parcels/errors/PARCEL_UNKNOWN.md'), 'utf8'), /Compare every digit/);
  edit(join(TEAM, 'contracts/parcels/tracking.yaml'), 'status: 404', 'status: 410');
  assert.match(await succeeds('preview', '--against', 'HEAD', '--out', 'aperçu 1'), /Built \d+ pages/);
  assert.match(await readFile(join(TEAM, 'aperçu 1/preview/index.html'), 'utf8'), /410/);
  // none of them compiled the program of the pages, which is in the package
  assert.deepEqual(readdirSync(join(CACHE, 'errorbook/.astro/kept')), ['outputs']);
});

test('start, dev and mock serve the registry where the user stands', async () => {
  const path = '/parcels/errors/PARCEL_UNKNOWN/';
  // where the packages are, only their owner may be allowed to write
  rmSync(CACHE, { recursive: true });
  writeFileSync(CACHE, '');
  assert.match(await serves(['start'], path), /PARCEL_UNKNOWN/);
  rmSync(CACHE);
  const dev = await serves(['dev'], path);
  assert.match(dev, /<h1[^>]*>[\s\S]*PARCEL_UNKNOWN/);
  assert.match(await serves(['mock'], '/'), /parcels/);
});

test('the commands of workflows start, and say what they need', async () => {
  for (const name of ['publish', 'sweep', 'comment', 'pull-request']) {
    assert.match(await succeeds(name, '--help'), new RegExp(`^  npx errorbook ${name}\\b`, 'm'));
    const { status, out, err } = await run(name);
    assert.equal(status, 2, `${name}: ${out}${err}`);
    assert.match(err, /^[^\n]+\.\n$/, name);
  }
});

test('scripts and types get the library, under both ways to resolve packages', async () => {
  const [script] = blocksOf(textOf('src/docs/programs.md')).filter(({ code }) => code.includes("from 'errorbook'"));
  assert.ok(script);
  await writeFile(join(TEAM, 'library.mts'), script.code);
  await writeFile(
    join(TEAM, 'browser.mts'),
    "import { addressOf, decode, type Explanation } from 'errorbook/browser';\nexport const address: string = addressOf('A/B');\nexport type Shown = Explanation;\nexport const read = decode;\n// @ts-expect-error: it takes and returns a text\nexport const wrong: number = addressOf(1);\n",
  );
  assert.deepEqual(typeErrors(TEAM, ['library.mts', 'browser.mts']), []);
  const { status, out, err } = await node(['library.mts'], TEAM).ended;
  assert.deepEqual([status, err], [0, '']);
  assert.match(out, /^DEPOT_CLOSED 503$/m);
});

test('init finds what the team has already', async () => {
  const out = await succeeds('init', '--yes', '--dry-run');
  assert.match(out, /^leave {3}contracts\/\S+ +exists$/m);
});

test('every command was tried, and none wrote into the package', () => {
  assert.deepEqual([...tried].sort(), Object.keys(commands).sort());
  assert.deepEqual(stateOf(join(TEAM, 'node_modules/errorbook')), asInstalled);
  const beside = readdirSync(join(TEAM, 'node_modules')).filter((name) => name.startsWith('.'));
  assert.deepEqual(beside, ['.cache']);
  commitAll(TEAM);
});
