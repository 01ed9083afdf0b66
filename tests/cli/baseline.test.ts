import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContracts } from '../../src/cli/contracts.ts';
import { check } from '../../src/index.ts';
import { API } from '../helpers/checked.ts';
import { errorbook } from '../helpers/command.ts';
import { runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** Of every four entries of an import the first is whole, and the others lack more and more. */
function entry(i: number): string {
  const facts = [
    `    status: ${404 + (i % 3)}\n`,
    `    retry: never\n`,
    `    remediation: Correct part ${i} of the parcel.\n`,
    `    meaning: Part ${i} of the parcel is missing.\n`,
  ];
  return `  "${30_000 + i}":\n    message: Part ${i} is missing\n${facts.slice(0, 4 - (i % 5)).join('')}`;
}

const CONTRACTS = 'contracts/desk';

/** A registry of codes as an import leaves them. */
function withImport(count: number, work: (folder: string) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    mkdirSync(join(folder, CONTRACTS), { recursive: true });
    const message = '    - { pointer: /message, type: string, role: message, meaning: For people. }\n';
    writeFileSync(join(folder, CONTRACTS, 'api.yaml'), `${API}${message}`);
    const codes = Array.from({ length: count }, (_, i) => entry(i)).join('');
    writeFileSync(join(folder, CONTRACTS, 'parcels.yaml'), `title: Parcels\ncodes:\n${codes}`);
    await work(folder);
  });
}

const lastLine = (text: string) => text.split('\n').at(-1);

test('an import of 2,000 incomplete codes passes once its gaps are known, and only then', () =>
  withImport(2000, async (folder) => {
    const before = await runIn(folder, ['check']);
    assert.equal(before.status, 1);
    assert.ok(before.out.split('\n').length < 60, 'the output fits on a screen or two');
    assert.equal(lastLine(before.out), '2 files, 2,000 codes: 4,000 errors, 0 warnings.');

    const written = await runIn(folder, ['check', '--baseline']);
    assert.deepEqual(written, {
      status: 0,
      out: '3 files, 2,000 codes: 0 errors, 0 warnings, 4,000 known gaps.',
      err: 'Wrote contracts/desk/baseline.yaml with 4,000 known gaps: 4,000 added.',
    });
    const list = readFileSync(join(folder, CONTRACTS, 'baseline.yaml'), 'utf8');
    assert.deepEqual(list.split('\n').slice(1, 5), [
      'gaps:',
      '  missing-field:',
      '    "30001": [meaning]',
      '    "30002": [meaning, remediation]',
    ]);
    assert.deepEqual((await runIn(folder, ['check', '--strict'])).status, 0);
    assert.equal((await runIn(folder, ['check', '--baseline'])).err, '', 'nothing changes without a reason');
  }));

test('a new gap fails beside known ones, and the list takes it only with --add', () =>
  withImport(10, async (folder) => {
    await runIn(folder, ['check', '--baseline']);
    const domain = join(folder, CONTRACTS, 'parcels.yaml');
    const text = readFileSync(domain, 'utf8');
    // lines move, and nothing else
    writeFileSync(domain, text.replace('codes:\n', '# A comment.\n\ncodes:\n'));
    assert.equal((await runIn(folder, ['check'])).status, 0);

    writeFileSync(domain, `${text}${entry(11)}`);
    const found = await runIn(folder, ['check', '--baseline']);
    assert.equal(found.status, 1);
    assert.equal(
      found.err,
      "contracts/desk/baseline.yaml doesn't list 1 new gap; fix them, or add them with `--baseline --add`.",
    );
    assert.match(found.out, /missing-field\n {2}`30011` has no `meaning`\./);
    assert.equal(lastLine(found.out), '3 files, 11 codes: 1 error, 0 warnings, 20 known gaps.');
    const added = await runIn(folder, ['check', '--baseline', '--add']);
    assert.deepEqual([added.status, added.err], [0, 'Wrote contracts/desk/baseline.yaml with 21 known gaps: 1 added.']);
  }));

test('a fixed gap must leave the list, which one command does; the last one takes the file with it', () =>
  withImport(2, async (folder) => {
    await runIn(folder, ['check', '--baseline']);
    const domain = join(folder, CONTRACTS, 'parcels.yaml');
    writeFileSync(domain, `${readFileSync(domain, 'utf8')}    meaning: Part 1 of the parcel is missing.\n`);
    const found = await runIn(folder, ['check']);
    assert.equal(found.status, 1);
    assert.match(
      found.out,
      /fixed-gap\n {2}1 known gap is fixed but still listed: `30001` \(`missing-field`, `meaning`\)\.\n/,
    );
    const removed = await runIn(folder, ['check', '--baseline']);
    assert.deepEqual(removed, {
      status: 0,
      out: '2 files, 2 codes: 0 errors, 0 warnings.',
      err: 'Removed contracts/desk/baseline.yaml: all its gaps are fixed.',
    });
    assert.equal(existsSync(join(folder, CONTRACTS, 'baseline.yaml')), false);
  }));

test('a baseline that can’t be read is one problem, not one for each gap', () =>
  withImport(10, async (folder) => {
    writeFileSync(join(folder, CONTRACTS, 'baseline.yaml'), 'gaps: [\n');
    const { status, out } = await runIn(folder, ['check']);
    assert.equal(status, 1);
    assert.match(out, /^contracts\/desk\/baseline\.yaml:\d+:\d+ {2}error {2}syntax\n/);
    assert.equal(lastLine(out), '3 files, 10 codes: 1 error, 0 warnings.');
  }));

test('a domain may still be named `baseline`', () =>
  withImport(1, async (folder) => {
    const file = join(folder, CONTRACTS, 'api.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('[parcels]', '[parcels, baseline]'));
    const domain = readFileSync(join(folder, CONTRACTS, 'parcels.yaml'), 'utf8').replaceAll('30000', '40000');
    writeFileSync(join(folder, CONTRACTS, 'baseline.yaml'), domain.replaceAll('0', '9'));
    assert.equal(lastLine((await runIn(folder, ['check'])).out), '3 files, 2 codes: 0 errors, 0 warnings.');
  }));

test('pages, Markdown, the terminal, the decoder and errors.json say what isn’t documented yet, and promise nothing', () =>
  withImport(5, async (folder) => {
    await runIn(folder, ['check', '--baseline']);
    const contracts = join(folder, 'contracts');
    const out = join(folder, 'dist');
    const built = await errorbook('build', '--contracts', contracts, '--out', out).ended;
    assert.equal(built.status, 0, built.err);
    const file = (path: string) => readFileSync(join(out, path), 'utf8');
    const meaning = 'The meaning of this code isn’t documented yet.';
    const remediation = 'What to do about this code isn’t documented yet.';
    const retry = 'The retry policy of this code isn’t documented yet, so treat it like an unknown code.';
    for (const [code, gaps] of [
      ['30001', [meaning]],
      ['30002', [meaning, remediation]],
      ['30003', [meaning, remediation, retry]],
      ['30004', [meaning, remediation, retry, 'Not documented yet']],
    ] as const) {
      const terminal = await runIn(folder, ['explain', code]);
      const texts = [file(`desk/errors/${code}/index.html`), file(`desk/errors/${code}.md`), terminal.out];
      for (const text of texts) {
        const line = text.replaceAll(/\s+/g, ' ');
        for (const gap of gaps) assert.ok(line.includes(gap), `${code}: ${gap}\n${text}`);
      }
    }
    for (const text of ['desk/errors/30004/index.html', 'desk/errors/30004.md'].map(file)) {
      assert.doesNotMatch(text, /Caller<|: Caller|HTTP\/1\.1|Don’t retry\.|nothing to retry/);
      assert.match(text, /Go by the status\./);
    }
    const codes: { code: string; gaps?: string[]; statuses: unknown[]; retry: { policy: string } }[] = JSON.parse(
      file('desk/errors.json'),
    ).codes;
    assert.deepEqual(
      codes.map(({ code, gaps }) => [code, gaps]),
      [
        ['30000', undefined],
        ['30001', ['meaning']],
        ['30002', ['meaning', 'remediation']],
        ['30003', ['meaning', 'remediation', 'retry']],
        ['30004', ['status', 'meaning', 'remediation', 'retry', 'fault']],
      ],
    );
    assert.deepEqual(codes.at(-1)?.statuses, []);
    for (const path of ['desk/index.html', 'decode/apis/desk.json'])
      assert.match(file(path), /[Nn](?:ot|’t) documented yet/, path);
  }));

test('an example without a documented message says that its message is a placeholder', () =>
  withImport(1, async (folder) => {
    const domain = join(folder, CONTRACTS, 'parcels.yaml');
    writeFileSync(domain, readFileSync(domain, 'utf8').replace(/ {4}message: .*\n/, ''));
    assert.equal((await runIn(folder, ['check', '--baseline'])).status, 0);
    const { out } = await runIn(folder, ['explain', '30000']);
    assert.match(out, /\n {2}The message of this code isn’t documented yet; the one above is a placeholder\.$/m);
  }));

test('a release keeps what is missing as missing, and documenting it is no breaking change', () =>
  withImport(5, async (folder) => {
    await runIn(folder, ['check', '--baseline']);
    const released = await runIn(folder, ['release', '--name', 'one', '--date', '2026-11-01']);
    assert.equal(released.status, 0, released.err);
    const { entries } = JSON.parse(readFileSync(join(folder, CONTRACTS, 'releases/one.json'), 'utf8'));
    assert.deepEqual(entries.codes.at(-1), { code: '30004', message: 'Part 4 is missing' });
    assert.deepEqual(check(await readContracts(join(folder, 'contracts'))).unreleased(), []);

    const domain = join(folder, CONTRACTS, 'parcels.yaml');
    const facts = '    status: 503\n    retry: backoff\n    meaning: Part 4 is somewhere.\n    remediation: Wait.\n';
    writeFileSync(domain, `${readFileSync(domain, 'utf8')}${facts}`);
    const levels = check(await readContracts(join(folder, 'contracts')))
      .unreleased()
      .map(({ level }) => level);
    assert.deepEqual(
      levels.filter((level) => level !== 'safe'),
      [],
    );
  }));
