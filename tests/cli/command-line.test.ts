import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { commands } from '../../src/cli/commands.ts';
import { STEERING } from '../../src/model/control.ts';
import { ROOT, runIn } from '../helpers/fixture.ts';

const FIXTURES = join(ROOT, 'tests/load/rules');
const WARNED = join(FIXTURES, 'same-meaning');
const BROKEN = join(FIXTURES, 'missing-field');

const temporary = mkdtempSync(join(tmpdir(), 'errorbook-cli-'));
after(() => rmSync(temporary, { recursive: true, force: true }));

test('a clean registry ends with status 0, and says how much was looked at', async () => {
  assert.deepEqual(await runIn(BROKEN, ['check', '--contracts', 'valid']), {
    status: 0,
    out: '3 files, 2 codes: 0 errors, 0 warnings.',
    err: '',
  });
});

test('errors end with status 1, and warnings do under --strict alone', async () => {
  const status = async (cwd: string, ...options: string[]) =>
    (await runIn(cwd, ['check', '--contracts', 'invalid', ...options])).status;
  assert.equal(await status(BROKEN), 1);
  assert.equal(await status(BROKEN, '--strict'), 1);
  assert.equal(await status(WARNED), 0);
  assert.equal(await status(WARNED, '--strict'), 1);
});

test('the exit status is the same in every format', async () => {
  for (const format of ['text', 'json', 'github', 'gitlab', 'sarif']) {
    for (const [folder, expected] of [
      ['valid', 0],
      ['invalid', 1],
    ] as const) {
      const { status, err } = await runIn(BROKEN, ['check', '--contracts', folder, '--format', format]);
      assert.deepEqual({ status, err }, { status: expected, err: '' }, `${format}, ${folder}`);
    }
  }
});

test('without --contracts the folder `contracts` is meant', async () => {
  const { status, out } = await runIn(join(ROOT, 'tests/load/mistakes'), ['check']);
  assert.equal(status, 1);
  assert.match(out, /^contracts\/notices\/api\.yaml:4:1 {2}error {2}envelope-shape\n/);
});

test('files are named as the caller can open them from where they stand', async () => {
  const first = async (cwd: string, folder: string) =>
    (await runIn(cwd, ['check', '--contracts', folder])).out.split('\n')[0];
  const rest = 'desk/api.yaml:1:1  error  missing-field';
  assert.equal(await first(BROKEN, 'invalid'), `invalid/${rest}`);
  assert.equal(await first(BROKEN, './invalid/'), `invalid/${rest}`);
  assert.equal(await first(join(BROKEN, 'invalid'), '.'), rest);
  assert.equal(await first(join(BROKEN, 'valid'), '../invalid'), `../invalid/${rest}`);
  assert.equal(await first(BROKEN, join(BROKEN, 'invalid')), `invalid/${rest}`);
});

const COMMANDS = Object.keys(commands).join(', ');

/** Command lines that cannot be meant, each with the one line that is said. */
const MISUSED: [argv: string[], said: RegExp][] = [
  [['chekc'], new RegExp(`^There is no command \`chekc\`; the commands are ${COMMANDS}\\.$`)],
  [['toString'], /^There is no command `toString`; /],
  [['__proto__'], /^There is no command `__proto__`; /],
  [['constructor', '--strict'], /^There is no command `constructor`; /],
  [['--strict'], /^There is no command `--strict`; /],
  [
    ['check', '--formt', 'json'],
    /^Unknown option '--formt'; `check` takes --contracts, --config, --strict, --rules, --format, --all, --baseline, --add\.$/,
  ],
  [['check', '-x'], /^Unknown option '-x'; `check` takes /],
  [['check', 'contracts'], /^Unexpected argument 'contracts'[^.]*; `check` takes /],
  [['check', '--strict=yes'], /^Option '--strict' does not take an argument; /],
  [['check', '--format'], /^Option '--format <value>' argument missing; /],
  [['check', '--contracts', '--strict'], /^Option '--contracts' argument is ambiguous; /],
  [['check', '--format', 'xml'], /^There is no format `xml`; --format takes text, json, github, gitlab, sarif\.$/],
  [['check', '--format', 'constructor'], /^There is no format `constructor`; /],
  [['check', '--format', ''], /^There is no format ``; /],
  [['check', '--contracts', ''], /^--contracts is empty; name a folder\.$/],
  [
    ['check', '--contracts', 'nowhere'],
    /^The registry folder .*nowhere doesn't exist; name one with --contracts DIR\.$/,
  ],
  [['check', '--contracts', 'no\nwhere\u001b[31m'], /^The registry folder .*no where \[31m doesn't exist; /],
  [['check', '--contracts', 'expected.txt'], /^The registry folder .*expected\.txt doesn't exist; /],
  [
    ['build', '--base', 'https://example.com/'],
    /^--base takes a path such as \/pr-7\/, not `https:\/\/example\.com\/`\.$/,
  ],
  [['build', '--base', '..'], /^--base takes a path such as \/pr-7\/, not `\.\.`\.$/],
  [['build', '--base', '/../'], /^--base takes a path such as \/pr-7\/, not `\/\.\.\/`\.$/],
  [['build', '--base', '/a/../b/'], /^--base takes a path such as \/pr-7\/, not `\/a\/\.\.\/b\/`\.$/],
  [['preview', '--base', '/a/./b'], /^--base takes a path such as \/pr-7\/, not `\/a\/\.\/b`\.$/],
  [
    ['build', '--site', 'example.com'],
    /^--site takes an address such as https:\/\/errors\.example\.com, not `example\.com`\.$/,
  ],
  [['build', '--site', 'https://example.com/docs'], /^--site takes no path; pass `\/docs` with --base instead\.$/],
  [['build', '--site', 'javascript:alert(1)'], /^--site takes an address /],
  [['build', '--host', 'iis'], /^There is no host `iis`; --host takes nginx, caddy, netlify, cloudflare, s3\.$/],
  [['build', '--host', ''], /^There is no host ``; /],
  [['build', '--host', 'nginx,constructor'], /^There is no host `constructor`; /],
  [
    ['build', '--host', 'netlify,cloudflare'],
    /^Netlify and Cloudflare read `_redirects` differently; name only one of them /,
  ],
  [
    ['build', '--host', 'nginx', '--base', '/a{b}/'],
    /^--host needs a --base of letters, digits and .*, not `\/a\{b\}\/`\.$/,
  ],
  [['build', '--host', 'netlify', '--precompress'], /^Netlify compresses files itself .*; leave out --precompress\.$/],
  [['preview', '--host', 'apache'], /^There is no host `apache`; /],
  [['dev', '--port', 'eighty'], /^--port takes a number from 0 to 65535, not `eighty`\.$/],
  [['start', '--port', '70000'], /^--port takes a number from 0 to 65535, not `70000`\.$/],
];

for (const [argv, said] of MISUSED) {
  test(`one line and status 2 for: ${JSON.stringify(argv.join(' '))}`, async () => {
    const { status, out, err } = await runIn(BROKEN, [...argv]);
    assert.deepEqual({ status, out }, { status: 2, out: '' });
    assert.match(err, said);
    assert.doesNotMatch(err, /\n/);
  });
}

test('an empty registry folder is one line and status 2', async () => {
  mkdirSync(join(temporary, 'empty', '.hidden'), { recursive: true });
  const { status, out, err } = await runIn(temporary, ['check', '--contracts', 'empty']);
  assert.deepEqual({ status, out }, { status: 2, out: '' });
  assert.match(err, /^The registry folder .*empty is empty; add a folder with an api\.yaml for an API\.$/);
});

test('help on a command is status 0, and lists its options with their values', async () => {
  for (const argv of [
    ['check', '--help'],
    ['check', '--strict', '--help'],
  ]) {
    assert.deepEqual(await runIn(BROKEN, argv), {
      status: 0,
      err: '',
      out: [
        'Reports every problem in the registry, with its position and how to fix it.',
        '',
        '  npm run check -- [OPTIONS]',
        '',
        "  --contracts DIR                         The registry's folder; contracts by default.",
        '  --config FILE                           The configuration; errorbook.config.* in the current folder by default.',
        '  --strict                                Fail on warnings too.',
        '  --rules prose                           Also apply a group of optional rules.',
        '  --format text|json|github|gitlab|sarif  The output format.',
        '  --all                                   Show every problem, however many there are.',
        '  --baseline                              List the known gaps in baseline.yaml, or remove the fixed ones from it.',
        '  --add                                   With --baseline, also list gaps that are new.',
      ].join('\n'),
    });
  }
  for (const [name, { load }] of Object.entries(commands)) {
    const { status, out } = await runIn(BROKEN, [name, '--help']);
    assert.equal(status, 0);
    for (const option of (await load()).options) assert.match(out, new RegExp(`^  --${option}\\b`, 'm'));
  }
  assert.equal((await runIn(BROKEN, ['nonsense', '--help'])).status, 2);
});

test('help is status 0, and names every command', async () => {
  const expected = await runIn(BROKEN, ['help']);
  assert.equal(expected.status, 0);
  assert.equal(expected.err, '');
  for (const name of COMMANDS.split(', ')) assert.match(expected.out, new RegExp(`npm run ${name} `));
  for (const argv of [[], ['--help']]) assert.deepEqual(await runIn(BROKEN, argv), expected, argv.join(' '));
});

test('--version is status 0, and prints the version of the package alone, for reports of mistakes', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  assert.deepEqual(await runIn(BROKEN, ['--version']), { status: 0, out: version, err: '' });
});

test('colours come on a terminal alone, and change nothing but the colour', async () => {
  const plain = await runIn(BROKEN, ['check', '--contracts', 'invalid']);
  const coloured = await runIn(BROKEN, ['check', '--contracts', 'invalid'], { out: true, err: true });
  assert.doesNotMatch(plain.out, new RegExp(ESCAPE));
  assert.match(coloured.out, new RegExp(`${ESCAPE}\\[31merror${ESCAPE}\\[39m`));
  assert.equal(coloured.out.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), ''), plain.out);
  for (const format of ['json', 'github', 'gitlab', 'sarif']) {
    const argv = ['check', '--contracts', 'invalid', '--format', format];
    assert.equal((await runIn(BROKEN, argv, { out: true, err: true })).out, (await runIn(BROKEN, argv)).out, format);
  }
});

const ESCAPE = '\u001b';

test('characters that steer a terminal never reach it from a registry, in any format', async () => {
  const folder = join(temporary, 'hostile');
  cpSync(join(WARNED, 'valid'), folder, { recursive: true });
  const chars = '\\e[2J\\a\\b\\x7f\\x9b31m\\u202e\\u2066\\u200f';
  const name = `"x${chars}y"`;
  writeFileSync(
    join(folder, 'desk/parcels.yaml'),
    `title: ${name}
${name}: 1
codes:
  ${name}:
    status: ${name}
    meaning: ${name}
    remediation: ${name}
    retry: ${name}
    related: [${name}]
  RAW: "\u009b31m\u202e raw \u2028 chars"
`,
  );
  writeFileSync(join(folder, 'desk', `odd\u001b[31m\u009b\nname.txt`), '');
  for (const format of ['text', 'json', 'github', 'gitlab', 'sarif']) {
    const { status, out } = await runIn(temporary, ['check', '--contracts', 'hostile', '--format', format]);
    assert.equal(status, 1);
    assert.match(out, /name\.txt/, format);
    assert.doesNotMatch(out.replaceAll('\n', ''), STEERING, format);
    const forged = out.split('\n').some((line) => line.startsWith('name.txt'));
    assert.equal(forged, false, `${format}: a file's name begins no line of its own`);
  }
});

test('JSON keeps the characters as they are, in escapes', async () => {
  const { out } = await runIn(temporary, ['check', '--contracts', 'hostile', '--format', 'json']);
  const { diagnostics } = JSON.parse(out) as { diagnostics: { file: string }[] };
  assert.ok(diagnostics.some(({ file }) => file === 'hostile/desk/odd\u001b[31m\u009b\nname.txt'));
});

test('a real process writes to its real streams', () => {
  const entry = join(ROOT, 'src/cli/errorbook.mjs');
  const start = (...argv: string[]) => spawnSync(process.execPath, [entry, ...argv], { cwd: BROKEN, encoding: 'utf8' });
  const clean = start('check', '--contracts', 'valid');
  assert.deepEqual([clean.status, clean.stdout, clean.stderr], [0, '3 files, 2 codes: 0 errors, 0 warnings.\n', '']);
  const broken = start('check', '--contracts', 'invalid');
  assert.deepEqual([broken.status, broken.stderr], [1, '']);
  assert.equal(broken.stdout, readFileSync(join(BROKEN, 'expected.txt'), 'utf8'));
  const misused = start('chekc');
  assert.deepEqual([misused.status, misused.stdout], [2, '']);
  assert.match(misused.stderr, /^There is no command `chekc`; .*\.\n$/);
});

test('a Node that is too old is told so in one line, with status 2', () => {
  const entry = readFileSync(join(ROOT, 'src/cli/errorbook.mjs'), 'utf8');
  for (const [version, major] of [
    ['20.20.2', 20],
    ['22.17.9', 22],
    ['8.0.0', 8],
  ] as const) {
    // the same file, in a process that says it is older
    const old = join(temporary, `node-${major}.mjs`);
    const claim = `Object.defineProperty(process.versions, 'node', { value: '${version}' });\nObject.defineProperty(process, 'version', { value: 'v${version}' });\n`;
    writeFileSync(old, claim + entry.replace(/^#!.*\n/, ''));
    const { status, stdout, stderr } = spawnSync(process.execPath, [old, 'check'], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.equal(
      stderr,
      `errorbook needs Node 22.18 or newer, but this is v${version}: install one, or in a clone run \`npm ci\`, which brings one, and then \`npm run …\`.\n`,
    );
  }
});
