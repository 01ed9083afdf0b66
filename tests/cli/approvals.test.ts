import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { type Outcome, ROOT, runIn } from '../helpers/fixture.ts';
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
