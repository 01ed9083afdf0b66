import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectFile, ROOT, runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const FIRST = `Code,Status,Message,Meaning
card_declined,402,Declined,The issuer declined the charge.
card_expired,402,Expired,The card has expired.
limit_reached,429,Too many,Too many requests.
old_code,400,Old,Nobody knows.
`;

const SECOND = `Code,Status,Message,Meaning
card_declined,402,Card declined,The issuer or the network declined the charge.
card_expired,410,Expired,The card is too old.
limit_reached,429,Too many,Too many requests in a minute.
new_code,409,New,Something is new.
`;

/** What a person writes after the first import: comments, formatting, edits, an entry moved to another file. */
function edit(folder: string): void {
  const file = join(folder, 'contracts/errors/errors.yaml');
  const text = readFileSync(file, 'utf8');
  const [head = '', ...entries] = text.split(/\n\n/);
  const moved = entries.find((it) => it.startsWith('  limit_reached')) ?? '';
  const left = [head, ...entries.filter((it) => it !== moved)].join('\n\n');
  writeFileSync(
    file,
    left
      .replace('title: Errors', '# Reviewed in November.\ntitle:   "Errors"')
      .replace('The card has expired.', 'The card has expired, or expires today. # not a comment')
      .replace('  card_declined:\n', '  card_declined: # the most frequent\n    remediation: Ask for another card.\n'),
  );
  writeFileSync(join(folder, 'contracts/errors/limits.json'), LIMITS);
  const api = join(folder, 'contracts/errors/api.yaml');
  writeFileSync(api, readFileSync(api, 'utf8').replace('  - errors', '  - errors # the first\n  - limits'));
}

const LIMITS = `{
    "title": "Limits", "envelope": "none",
    "codes": {
        "limit_reached": { "status": [429], "message": "Too many", "meaning": "Too many requests." }
    }
}
`;

/** A first import of a table, which is then edited, and the table replaced by a newer one. */
function withEdits(work: (folder: string) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'errors.csv'), FIRST);
    await runIn(folder, ['import', 'errors.csv', '--write']);
    edit(folder);
    await runIn(folder, ['check', '--baseline']);
    writeFileSync(join(folder, 'errors.csv'), SECOND);
    await work(folder);
  });
}

test('a second import writes what only the source changed, keeps what people edited, and reports conflicts', () =>
  withEdits(async (folder) => {
    const shown = await runIn(folder, ['import', 'errors.csv']);
    expectFile(join(ROOT, 'tests/import/second-import.txt'), `${shown.out}\n\n${shown.err}`);
    const written = await runIn(folder, ['import', 'errors.csv', '--write']);
    assert.equal(written.out, shown.out);
    const domain = readFileSync(join(folder, 'contracts/errors/errors.yaml'), 'utf8');
    assert.ok(domain.startsWith('# Reviewed in November.\ntitle:   "Errors"\n'), 'formatting stays');
    assert.ok(domain.includes('card_declined: # the most frequent\n'), 'comments stay');
    assert.ok(domain.includes('expires today. # not a comment'), 'edits stay');
    assert.ok(domain.includes('old_code:'), 'nothing is deleted');
    assert.equal(
      readFileSync(join(folder, 'contracts/errors/limits.json'), 'utf8'),
      LIMITS.replace('Too many requests.', 'Too many requests in a minute.'),
    );
    assert.equal((await runIn(folder, ['check', '--strict'])).status, 0);
    assert.equal((await runIn(folder, ['import', 'errors.csv', '--write'])).err, 'Nothing to write.');
  }));

test('a field that the source has dropped stays and is reported until it is removed, and once where somebody edited it', () =>
  inTemporaryFolder(async (folder) => {
    const table = join(folder, 'errors.csv');
    const file = join(folder, 'contracts/errors/errors.yaml');
    const run = () => runIn(folder, ['import', 'errors.csv', '--write']);
    const gone = ({ out }: { out: string }) =>
      [...out.matchAll(/^(\S+) {2}warning {2}gone-from-source\n {2}(.*)$/gm)].map(([, at, what]) => `${at} ${what}`);
    writeFileSync(
      table,
      'Code,Status,Message,Meaning\nA_1,402,First,One.\nA_2,402,Second,Two.\nA_3,402,Third,Three.\n',
    );
    await run();
    writeFileSync(file, readFileSync(file, 'utf8').replace('message: Second', 'message: Mine'));
    writeFileSync(table, 'Code,Status,Message,Meaning\nA_1,402,,One.\nA_2,402,,Two.\nA_3,402,Third,Three.\n');
    const first = await run();
    assert.deepEqual(gone(first), [
      'contracts/errors/errors.yaml:7:14 The `message` of `A_1` is no longer in errors.csv; the one here was kept.',
      'contracts/errors/errors.yaml:12:14 The `message` of `A_2` is no longer in errors.csv; the one here, which was edited, was kept.',
    ]);
    assert.match(first.out, /Fix: Remove it if it no longer holds\./);
    assert.match(readFileSync(file, 'utf8'), /message: First[\s\S]*message: Mine/);
    assert.deepEqual(gone(await run()), gone(first).slice(0, 1), 'an edit counts as decided');
    writeFileSync(file, readFileSync(file, 'utf8').replace('    message: First\n', ''));
    assert.deepEqual(gone(await run()), []);
    // it comes back as something new, not as a conflict
    writeFileSync(table, 'Code,Status,Message,Meaning\nA_1,402,Again,One.\nA_2,402,,Two.\nA_3,402,Third,Three.\n');
    assert.doesNotMatch((await run()).out, /warning/);
    assert.match(readFileSync(file, 'utf8'), /message: Again/);
  }));

test('a field that the mapping leaves out, or that could not be read, is not called gone', () =>
  inTemporaryFolder(async (folder) => {
    const table = join(folder, 'errors.csv');
    writeFileSync(table, 'Code,Status,Message\nA_1,402,First\nA_2,404,Second\n');
    const args = ['import', 'errors.csv', '--write'];
    await runIn(folder, args);
    writeFileSync(table, 'Code,Status,Message\nA_1,4xx,First\nA_2,404,Second\n');
    const unread = await runIn(folder, args);
    assert.match(unread.out, /can't be the `status` of `A_1`/);
    assert.doesNotMatch(unread.out, /gone-from-source/);
    const without = await runIn(folder, [...args, '--map', 'message=']);
    assert.doesNotMatch(without.out, /gone-from-source/);
    const file = readFileSync(join(folder, 'contracts/errors/errors.yaml'), 'utf8');
    assert.match(file, /status: 402\n {4}message: First[\s\S]*message: Second/);
  }));

test('an entry that was deleted from the registry is not imported again', () =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'errors.csv'), FIRST);
    await runIn(folder, ['import', 'errors.csv', '--write']);
    const file = join(folder, 'contracts/errors/errors.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\n {2}old_code:[\s\S]*/, ''));
    await runIn(folder, ['check', '--baseline']);
    const again = await runIn(folder, ['import', 'errors.csv', '--write']);
    assert.equal(again.err, 'Nothing to write.');
    assert.ok(!readFileSync(file, 'utf8').includes('old_code'));
  }));

test('the mapping and the domain of the first import hold for the next', () =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'list.csv'), 'Ident,Text\nA1,First.\n');
    const first = ['import', 'list.csv', '--api', 'desk', '--domain', 'letters', '--map', 'code=Ident,meaning=Text'];
    assert.equal((await runIn(folder, [...first, '--write'])).status, 0);
    writeFileSync(join(folder, 'list.csv'), 'Ident,Text\nA1,First.\nA2,Second.\n');
    assert.equal((await runIn(folder, ['import', 'list.csv', '--write'])).status, 0);
    assert.equal(
      readFileSync(join(folder, 'contracts/desk/letters.yaml'), 'utf8'),
      `title: Letters\n# No response body is known yet: describe it under \`envelope\` in api.yaml, then remove the next line.\nenvelope: none\ncodes:\n  A1:\n    meaning: First.\n\n  A2:\n    meaning: Second.\n`,
    );
  }));

test('several files are imported one after the other, each compared with its own last import', () =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'codes.csv'), 'code,status\nX_A,404\nX_B,409\n');
    writeFileSync(join(folder, 'texts.md'), '| code | meaning |\n| - | - |\n| X_A | It is gone. |\n');
    const done = await runIn(folder, ['import', 'codes.csv', 'texts.md', '--api', 'x', '--write']);
    assert.equal(done.status, 0);
    const domain = readFileSync(join(folder, 'contracts/x/errors.yaml'), 'utf8');
    assert.ok(
      domain.includes('  X_A:\n    status: 404\n    meaning: It is gone.\n\n  X_B:\n    status: 409\n'),
      domain,
    );
    assert.ok(existsSync(join(folder, 'contracts/x/imports/codes-csv.json')));
    assert.ok(existsSync(join(folder, 'contracts/x/imports/texts-md.json')));
    assert.equal((await runIn(folder, ['check'])).status, 0);
  }));
