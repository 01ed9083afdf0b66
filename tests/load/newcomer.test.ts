import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { API, files } from '../helpers/checked.ts';
import { runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const ENTRY = `    status: 410
    meaning: Nobody has seen the parcel for a month.
    remediation: Ask the desk for the money.
    retry: never
`;

/** What a check says of a domain, or of the API's file: line, rule and fix. */
function said(domain: string, api = API): string[] {
  const { diagnostics } = check(files({ 'desk/api.yaml': api, 'desk/parcels.yaml': `title: Parcels\n${domain}` }));
  return diagnostics.map(({ start, rule, fix }) => `${start.line} ${rule}: ${fix}`);
}

const CASES: [name: string, domain: string, expected: string[]][] = [
  [
    'a path with braces in a list in brackets',
    `codes:\n  LOST:\n${ENTRY}    operations: [POST /parcels, GET /parcels/{id}/scans]\n`,
    ['8 syntax: Put the text in quotes: "GET /parcels/{id}/scans".'],
  ],
  [
    'a colon in a text of a list',
    `codes:\n  LOST:\n${ENTRY}    causes: [Scan: it was not scanned]\n`,
    ['8 wrong-value: Put it in quotes: "Scan: it was not scanned".'],
  ],
  [
    'a missing comma in a mapping in braces',
    'codes:\n  LOST: { status: 410 meaning: Gone. }\n',
    ['3 syntax: Put a comma before `meaning`, or put the text in quotes if it is one value.'],
  ],
  [
    'a missing comma at the end of a line',
    'codes:\n  LOST: { status: 410\n    meaning: Gone. }\n',
    ['3 syntax: Put a comma before `meaning`, or put the text in quotes if it is one value.'],
  ],
  [
    'tabs',
    `codes:\n  LOST:\n${ENTRY.replaceAll('    ', '\t')}`,
    ['4 syntax: Indent with spaces, here and in the rest of the file.'],
  ],
  [
    'a code that is not indented',
    `codes:\n  LOST:\n${ENTRY}HEAVY:\n${ENTRY.replace('a month', 'a year')}`,
    ['8 unknown-key: If it is a code, indent it and its fields, so that they are below `codes`; if not, remove it.'],
  ],
  [
    'codes as a list',
    `codes:\n  - code: LOST\n${ENTRY}`,
    ['3 wrong-value: Write each one under its name, as a key: `codes: { LOST: { … } }`.'],
  ],
  [
    'the states of a code as a mapping',
    `codes:\n  LOST:\n${ENTRY}    states: { open: true }\n`,
    ['8 wrong-value: Write a list: `states: [open]`.'],
  ],
];

for (const [name, domain, expected] of CASES) {
  test(`one diagnostic shows the right form: ${name}`, () => assert.deepEqual(said(domain), expected));
}

test('one diagnostic shows the right form: states without a group', () => {
  const fix = 'Give them a group: `states: { session: { title: Session, values: { open: { meaning: … } } } }`.';
  for (const states of [
    '[open, closed]',
    '{ open: { meaning: O. }, closed: { meaning: C. } }',
    '{ open: It is open. }',
  ]) {
    assert.deepEqual(said(`codes:\n  LOST:\n${ENTRY}`, `${API}states: ${states}\n`), [`7 wrong-value: ${fix}`], states);
  }
});

test('the folder of an API in the place of the registry names its parent', () =>
  inTemporaryFolder(async (folder) => {
    mkdirSync(join(folder, 'contracts/desk'), { recursive: true });
    writeFileSync(join(folder, 'contracts/desk/api.yaml'), API);
    const { status, err } = await runIn(folder, ['check', '--contracts', 'contracts/desk']);
    assert.equal(status, 2);
    assert.match(err, /desk is the folder of one API; name its parent, .*contracts\.$/);
  }));
