import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRuntimes } from '../../src/cli/runtimes.ts';
import {
  apiArtifacts,
  check,
  codeArtifacts,
  codeNames,
  compare,
  decode,
  decodeIndex,
  mockOf,
  snippetsOf,
} from '../../src/index.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { files, PARCELS, registryOf, shortly } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

/** What every object of the program has by birth. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);
/** Those among them that may name an envelope or a group of states. */
const IDS = ['constructor', 'valueof', 'tostring'];

const api = (more = '') => `title: Parcel Desk API
summary: Sends parcels.
domains: [parcels]
envelopes:
  body:
    fields:
      - { pointer: /code, type: string, role: code, meaning: Branch on it. }
${more}`;

const parcels = (envelope: string, more = '') => PARCELS.replace('codes:', `envelope: ${envelope}\ncodes:`) + more;

for (const name of INHERITED) {
  test(`an envelope that nobody declared is said to be missing, even by the name ${name}`, () => {
    const checked = check(files({ 'desk/api.yaml': api(), 'desk/parcels.yaml': parcels(name) }));
    assert.deepEqual(shortly(checked), [
      `desk/parcels.yaml:2:11 unknown-reference: This API has no envelope \`${name}\`, so its page would have nothing to show for it.`,
    ]);
    assert.equal(checked.snapshots().length, 1);
  });
}

/** A registry whose every name is one that objects inherit, as far as a name may be. */
function inheritedEverywhere(): Record<string, string> {
  const names = INHERITED.filter((name) => name !== '__proto__');
  const record = (value: string) => names.map((name) => `${name}: ${value}`).join(', ');
  const body = '{ fields: [{ pointer: /code, type: string, role: code, meaning: Branch on it. }] }';
  return {
    'desk/api.yaml': `title: Parcel Desk API
summary: Sends parcels.
domains: [${IDS.join(', ')}]
envelopes: { ${IDS.map((id) => `${id}: ${body}`).join(', ')}, unused: ${body} }
scopes: { ${record('{ meaning: Lets its holder send parcels. }')} }
statuses: { ${record('{ meaning: The van broke down. }')} }
states:
${IDS.map((id) => `  ${id}: { title: Parcels, values: { ${names.map((name) => `${id}-${name}: { meaning: It is on its way. }`).join(', ')} } }`).join('\n')}
`,
    ...Object.fromEntries(
      IDS.map((id, i) => [
        `desk/${id}.yaml`,
        `title: Parcels
envelope: ${id}
codes:
${names
  .map(
    (name, j) => `  ${i === 0 ? name : `${name}.${i}`}:
    status: [${name}, ${400 + j}]
    meaning: Parcel ${i}.${j} has not been seen for a month.
    remediation: Ask desk ${i}.${j} for the money.
    retry: never
    fault: caller
    headers: { ${name}: x }
    examples: { ${name}: { /details: { ${name}: 1 } } }
    fields: [{ pointer: /details, type: object, meaning: What the desk knows. }]
    states: [${id}-${name}]
    operations: [${name}]
`,
  )
  .join('')}`,
      ]),
    ),
  };
}

const runtimes = await readRuntimes();

test('names that every object inherits are names like any other, in all that is made of a registry', () => {
  const inherited = files(inheritedEverywhere());
  const registry = registryOf(inherited);
  const [desk] = registry.apis;
  assert.ok(desk);
  const urls = urlsUnder('/');
  const links = { api: urls.api(desk.id), code: (code: string) => urls.code(desk.id, code), named: codeNames(desk) };
  const index = decodeIndex(registry, {
    apiHref: ({ id }) => urls.api(id),
    codeHref: ({ id }, { code }) => urls.code(id, code),
    prose: (markdown) => [markdown],
  });
  const mock = mockOf(registry, urls.code);
  assert.equal(desk.codes.length, IDS.length * (INHERITED.length - 1));
  for (const code of desk.codes) {
    for (const artifact of codeArtifacts) assert.ok(artifact.makeFor(desk, code, links));
    const [{ status, body }] = [
      mock({ target: `/desk/${code.address}?status=${present(code.statuses[1]).status}`, prefer: '' }),
    ];
    assert.deepEqual([status, JSON.parse(body).code], [present(code.statuses[1]).status, code.code]);
    const { explanations } = decode(body, index, 0);
    assert.equal(explanations[0]?.entry?.code, code.code);
    snippetsOf(desk, code);
  }
  for (const artifact of apiArtifacts) {
    const text = artifact.make(desk, links, runtimes);
    for (const { code } of desk.codes) if (artifact.id === 'json') assert.ok(text.includes(JSON.stringify(code)), code);
  }
  const without = check(files({ 'desk/api.yaml': api(), 'desk/parcels.yaml': parcels('body') })).snapshots();
  const changes = compare(without, check(inherited).snapshots());
  assert.deepEqual(
    changes.filter(({ code }) => code === 'toString').map(({ rule }) => rule),
    ['code-added'],
  );
  assert.equal(
    compare(check(inherited).snapshots(), without).filter(({ rule }) => rule === 'code-removed').length,
    desk.codes.length,
  );
});
