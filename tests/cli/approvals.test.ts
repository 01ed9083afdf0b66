import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { type Outcome, ROOT, runIn } from '../helpers/fixture.ts';
import { commitAll, git } from '../helpers/git.ts';
import { present } from '../helpers/present.ts';

const RULES = join(ROOT, 'tests/changes/rules');

const temporary = mkdtempSync(join(tmpdir(), 'errorbook-approvals-'));
after(() => rmSync(temporary, { recursive: true, force: true }));

/** Compares the two sides of a rule's fixture, with files added to the side after. */
async function compared(rule: string, added: Record<string, string>): Promise<Outcome> {
  const folder = mkdtempSync(join(temporary, `${rule}-`));
  for (const side of ['before', 'after']) cpSync(join(RULES, rule, side), join(folder, side), { recursive: true });
  for (const [path, text] of Object.entries(added)) {
    mkdirSync(dirname(join(folder, 'after', path)), { recursive: true });
    writeFileSync(join(folder, 'after', path), text);
  }
  return runIn(folder, ['diff', '--against', './before', '--contracts', 'after']);
}

const approving = (...lines: string[]) => ['approvals:', ...lines.map((line) => `  - { ${line} }`), ''].join('\n');

test('a breaking change fails, and passes with its approval, whose reason is told', async () => {
  const open = await compared('code-removed', {});
  assert.equal(open.status, 1);
  const code = present(present(/code-removed\s+`(\w+)`/.exec(open.out))[1]);
  const approval = `rule: code-removed, code: ${code}, reason: It was never sent., until: "9999-12-31"`;
  const approved = await compared('code-removed', { 'parcels/approvals.yaml': approving(approval) });
  assert.equal(approved.status, 0, approved.out);
  assert.match(approved.out, /It was never sent\./);
  assert.match(approved.out, /The next version is a major one for `parcels`\.$/);
});

test('an approval that is over, or that covers nothing, fails by itself and is named', async () => {
  const approval = (until: string) => `rule: status-changed, code: GONE, reason: Once., until: "${until}"`;
  for (const [until, said] of [
    ['2020-01-31', /2020-01-31/],
    ['9999-12-31', /GONE/],
  ] as const) {
    const { status, out } = await compared('text-changed', { 'parcels/approvals.yaml': approving(approval(until)) });
    assert.equal(status, 1, out);
    assert.match(out, said);
  }
});

test('an API that is gone is approved from the folder of another, by its address', async () => {
  const open = await compared('api-removed', {});
  assert.equal(open.status, 1, open.out);
  const address = present(present(/`(\w[\w-]*)` was removed with all its pages/.exec(open.out))[1]);
  const approval = `rule: api-removed, part: /${address}/, reason: Nobody calls it., until: "9999-12-31"`;
  const { status, out } = await compared('api-removed', { 'parcels/approvals.yaml': approving(approval) });
  assert.equal(status, 0, out);
});

/** A repository with a registry of one API. */
function repositoryWithApi(): { folder: string; run(...argv: string[]): Promise<Outcome> } {
  const folder = mkdtempSync(join(temporary, 'one-pull-request-'));
  git(folder, 'init', '--quiet', '-b', 'main');
  cpSync(join(RULES, 'status-changed/before'), join(folder, 'contracts'), { recursive: true });
  return { folder, run: (...argv) => runIn(folder, argv) };
}

for (const isFirst of [false, true]) {
  test(`a breaking change, its approval and ${isFirst ? 'the first' : 'a'} release pass in one pull request, and after it`, async () => {
    const { folder, run } = repositoryWithApi();
    const passes = async (...argv: string[]) => {
      const { status, out, err } = await run(...argv);
      assert.deepEqual([status, err], [0, ''], `${argv.join(' ')}\n${out}${err}`);
    };
    if (!isFirst) await passes('release', '--name', '2026-10', '--date', '2026-10-01');
    commitAll(folder);
    git(folder, 'checkout', '--quiet', '-b', 'feature');
    cpSync(join(RULES, 'status-changed/after'), join(folder, 'contracts'), { recursive: true });
    const open = await run('diff');
    assert.equal(open.status, 1);
    const approvals = [...open.out.matchAll(/status-changed\n.*? `(\w+)`/g)].map(
      ([, code]) => `rule: status-changed, code: ${code}, reason: Nobody calls it yet., until: "9999-12-31"`,
    );
    const [api] = readdirSync(join(folder, 'contracts'));
    writeFileSync(join(folder, 'contracts', present(api), 'approvals.yaml'), approving(...new Set(approvals)));
    await passes('diff');
    await passes('check');
    await passes('release', '--name', '2026-11', '--date', '2026-11-01');
    await passes('check');
    await passes('diff');
    commitAll(folder);
    // merged: the next branch starts there, and the approval lasts until it is removed, expires or the next release
    git(folder, 'branch', '--quiet', '-f', 'main', 'feature');
    git(folder, 'checkout', '--quiet', '-b', 'next');
    await passes('check');
    await passes('diff');
  });
}
