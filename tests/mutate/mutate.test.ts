import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { mutate } from './mutate.ts';
import { Misuse } from './options.ts';

const folder = mkdtempSync(join(tmpdir(), 'errorbook-mutate-test-'));
after(() => rmSync(folder, { recursive: true }));

const PROGRAM = `export function isAdult(age: number): boolean {
  return age >= 18;
}
`;

const FILES = {
  'src/people/age.ts': PROGRAM,
  'src/alone/age.ts': PROGRAM,
  'src/people/spin.ts': 'export function spin(): void {\n  while (false);\n}\n',
  'tests/spin/spin.test.ts': "import { spin } from '../../src/people/spin.ts';\nspin();\n",
  'src/model/facts/half.ts': 'export const half = (number: number) => number / 2;\n',
  'tests/model/facts/half.json': '[4, 2]\n',
  'tests/model/one.test.ts': '',
  'tests/view/half.test.ts': `import { test } from 'node:test';
import { half } from '../../src/model/facts/half.ts';
test('before', () => {});
await null;
if (half(4) !== 2) throw new Error('not the half');
test('after', () => {});
`,
  'tests/people/age.test.ts': `import { ok } from 'node:assert';
import { test } from 'node:test';
import { isAdult } from '../../src/people/age.ts';
test('adults', () => {
  ok(isAdult(30));
  ok(!isAdult(17));
});
`,
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function mutated(...args: string[]): Promise<{ status: number; out: string[] }> {
  const out: string[] = [];
  const io = { cwd: folder, temporary: folder, print: (line: string) => void out.push(line), progress: () => {} };
  return { status: await mutate(args, io), out };
}

test('survivors are listed with their place, the score follows, and the file is as it was', async () => {
  assert.deepEqual(await mutated('src/people/age.ts'), {
    status: 1,
    out: [
      'src/people/age.ts:2:14  >= → >',
      'src/people/age.ts:2:17  18 → (19)',
      'src/people/age.ts: 60 % of 5 changes noticed (3 failed a test, 0 took too long, 2 survived)',
    ],
  });
  assert.equal(readFileSync(join(folder, 'src/people/age.ts'), 'utf8'), PROGRAM);
});

test('a change that makes the program run on is noticed by the limit', async () => {
  assert.deepEqual(await mutated('src/people/spin.ts', '--test', 'tests/spin/*.test.ts', '--limit', '2'), {
    status: 0,
    out: ['src/people/spin.ts: 100 % of 1 changes noticed (0 failed a test, 1 took too long, 0 survived)'],
  });
});

test('what no test of its own room notices is tried with those of the other rooms of the core, also by how many tests pass', async () => {
  assert.deepEqual(await mutated('src/model/facts/half.ts'), {
    status: 0,
    out: ['src/model/facts/half.ts: 100 % of 3 changes noticed (3 failed a test, 0 took too long, 0 survived)'],
  });
});

test('a sample of a folder is chosen by its seed', async () => {
  const sample = ['src/people', '--test', 'tests/people/*.test.ts', '--sample', '3', '--seed'];
  const { out } = await mutated(...sample, '1');
  assert.match(out.at(-1) ?? '', / of 3 changes noticed /);
  assert.deepEqual((await mutated(...sample, '1')).out, out);
  const others = new Set<string>();
  for (const seed of ['2', '3', '4']) others.add((await mutated(...sample, seed)).out.join());
  assert.ok(others.size > 1);
});

for (const [args, said] of [
  [[], /^Name the files or folders to change, /],
  [['src/nowhere.ts'], /^There is no file src\/nowhere\.ts\.$/],
  [['src/people/age.ts', '--limit', 'soon'], /^--limit takes a number of seconds, /],
  [['src/people/age.ts', '--sample', 'some'], /^--sample takes a number of changes, /],
  [['src/people/age.ts', '--seed', 'any'], /^--seed takes an integer, /],
  [['src/people/age.ts', '--nonsense'], /--nonsense/],
  [['src/alone/age.ts'], /^No folder in tests\/ mirrors that of src\/alone\/age\.ts; /],
  [['src/alone/age.ts', '--test', 'tests/**/*.test.ts'], /^No test among 4 files loads src\/alone\/age\.ts; /],
] as const) {
  test(`it is said in a sentence what is wrong with: ${JSON.stringify(args.join(' '))}`, async () => {
    await assert.rejects(mutated(...args), (error) => error instanceof Misuse && said.test(error.message));
  });
}
