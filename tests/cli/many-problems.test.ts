import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { formatSarif } from '../../src/cli/format/sarif.ts';
import type { Diagnostic } from '../../src/index.ts';
import { API } from '../helpers/checked.ts';
import { ERRORBOOK } from '../helpers/command.ts';
import { ROOT, runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const CODES = 60;

/** A registry of codes without a meaning, one of which has an unknown status too. */
function withMany(work: (folder: string) => Promise<void> | void): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const entry = (i: number) =>
      `  PARCEL_${1000 + i}:\n    status: ${i === 7 ? 'lost' : 404}\n    remediation: Correct field ${i} of the parcel.\n    retry: never\n`;
    mkdirSync(join(folder, 'contracts/desk'), { recursive: true });
    writeFileSync(join(folder, 'contracts/desk/api.yaml'), API);
    const codes = Array.from({ length: CODES }, (_, i) => entry(i)).join('');
    writeFileSync(join(folder, 'contracts/desk/parcels.yaml'), `title: Parcels\ncodes:\n${codes}`);
    await work(folder);
  });
}

test('past fifty problems the first three of each rule are shown, then a table by rule; --all shows every one', () =>
  withMany(async (folder) => {
    const { status, out } = await runIn(folder, ['check']);
    assert.equal(status, 1);
    assert.equal(out.match(/ {2}error {2}missing-field$/gm)?.length, 3);
    assert.ok(
      out.endsWith(`
61 problems; 4 are shown above, the first of each rule. \`npm run check -- --all\` shows all.
  level    count  rule
  error       60  missing-field
  error        1  unknown-status

2 files, 60 codes: 61 errors, 0 warnings.`),
      out,
    );
    const all = await runIn(folder, ['check', '--all']);
    assert.equal(all.out.match(/ {2}error {2}missing-field$/gm)?.length, CODES);
    assert.doesNotMatch(all.out, /are shown above/);
  }));

test('a reader that stops early ends a check quietly, with its own exit status', () =>
  withMany((folder) => {
    const line = `"${process.execPath}" "${ERRORBOOK}" check --all --format json | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
    assert.deepEqual({ stdout, stderr }, { stdout: '{\n1\n', stderr: '' });
  }));

test('a named status in an integer field is one problem of the envelope, however many codes have it', () =>
  withMany(async (folder) => {
    const path = join(folder, 'contracts/desk/api.yaml');
    const field = '    - { pointer: /status, type: integer, role: status, meaning: The status. }\n';
    writeFileSync(path, `${API}${field}statuses:\n  lost: { meaning: It is lost. }\n`);
    const domain = join(folder, 'contracts/desk/parcels.yaml');
    const text = readFileSync(domain, 'utf8')
      .replaceAll('404', 'lost')
      .replaceAll(/( {4}retry)/g, '    meaning: Lost.\n$1');
    writeFileSync(domain, text);
    const { out } = await runIn(folder, ['check', '--all', '--format', 'json']);
    const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
    const [found, ...more] = diagnostics.filter(({ rule }) => rule === 'example-mismatch');
    assert.deepEqual(more, []);
    assert.equal(`${found?.file}:${found?.start.line}`, 'contracts/desk/api.yaml:7');
    assert.match(found?.message ?? '', /^The values of 60 examples don't fit this field\. .*`PARCEL_1000`.*`\/status`/);
    assert.equal(found?.also.length, 3);
  }));

test('SARIF stays below what GitHub accepts, keeps the errors, and says what it left out', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'tests/fixtures/sarif-2.1.0.schema.json'), 'utf8'));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const isValid = ajv.compile(schema);
  const some = (count: number, frame: string): Diagnostic[] =>
    Array.from({ length: count }, (_, i) => ({
      rule: i % 2 === 0 ? 'same-meaning' : 'missing-field',
      level: i % 2 === 0 ? 'warning' : 'error',
      message: `Problem ${i}.`,
      fix: 'Fix it.',
      file: 'desk/parcels.yaml',
      start: { line: i + 1, column: 1 },
      end: { line: i + 1, column: 2 },
      frame,
      also: [],
    }));
  for (const [count, frame] of [
    [30_000, ''],
    [20_000, 'é'.repeat(1000)],
  ] as const) {
    const notes: string[] = [];
    const report = { diagnostics: some(count, frame), counts: { files: 1, codes: count, errors: 0, warnings: 0 } };
    const text = formatSarif(report, (note) => notes.push(note));
    assert.ok(Buffer.byteLength(text) <= 10_000_000, `${Buffer.byteLength(text)} bytes`);
    const [run] = JSON.parse(text).runs;
    assert.ok(run.results.length <= 25_000);
    assert.ok(isValid(JSON.parse(text)), JSON.stringify(isValid.errors));
    const note = new RegExp(
      `^${(count - run.results.length).toLocaleString('en')} of ${count.toLocaleString('en')} problems are left out, `,
    );
    assert.match(run.invocations[0].toolExecutionNotifications[0].message.text, note);
    assert.match(notes.join(), note);
    assert.equal(run.results[0].level, 'error');
  }
});
