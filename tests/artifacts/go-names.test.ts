import assert from 'node:assert/strict';
import { test } from 'node:test';
import { API, files, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';
import { textOf } from './setup.ts';

/** The package for Go of an API with these codes. */
function packageOf(id: string, ...codes: string[]): string {
  const entries = codes.map((code, i) => [
    code,
    { status: 404, retry: 'never', meaning: `Problem ${i} came up.`, remediation: 'Wait.' },
  ]);
  const domain = JSON.stringify({ title: 'Parcels', codes: Object.fromEntries(entries) });
  return textOf('go', present(registryOf(files({ [`${id}/api.yaml`]: API, [`${id}/parcels.json`]: domain })).apis[0]));
}

test('no code takes a name that the package declares otherwise', () => {
  const plain = packageOf('desk', 'LOST');
  const declared = [
    ...plain.matchAll(/^(?:func|type|var|const) (\w+)|^\t([A-Z]\w+)\s+(?:Fault|Effect|RetryPolicy) = /gm),
  ]
    .map(([, first, second]) => first ?? second ?? '')
    .filter((name) => /^[A-Z]/.test(name));
  for (const name of ['Code', 'DocsURL', 'EffectNone', 'FaultUpstream', 'RetryAfter', 'RetryRefetch'])
    assert.ok(declared.includes(name), name);
  const codes = declared.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase());
  const text = packageOf('desk', ...codes);
  const names = [...text.matchAll(/^\t(\w+)\s+Code = "/gm)].map(([, name]) => name ?? '');
  assert.equal(names.length, codes.length);
  assert.deepEqual(
    names.filter((name, i) => declared.includes(name) || names.indexOf(name) !== i),
    [],
  );
});

test('the package has a name that Go allows', () => {
  const packages = {
    desk: 'desk',
    'my-desk-2': 'mydesk2',
    '2desk': 'api2desk',
    go: 'apigo',
    main: 'apimain',
    func: 'apifunc',
    '7': 'api7',
  };
  assert.deepEqual(
    Object.fromEntries(Object.keys(packages).map((id) => [id, /^package (\w+)$/m.exec(packageOf(id, 'LOST'))?.[1]])),
    packages,
  );
});
