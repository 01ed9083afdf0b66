import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check, examplesOf, responseText, type SourceFile } from '../../src/index.ts';
import { PRESETS, type PresetName, planOf } from '../../src/init/index.ts';
import { shortly } from '../helpers/checked.ts';
import { expectFile } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { EMPTY } from './setup.ts';

const EXPECTED = fileURLToPath(new URL('expected/presets/', import.meta.url));

/** The files of a registry that begins with a preset, as a check takes them. */
function begunWith(envelope: PresetName, title = 'Parcel Desk API'): SourceFile[] {
  const steps = planOf({ api: { title, envelope }, ci: 'none', hook: false }, EMPTY);
  return steps.flatMap(({ path, text = '' }) =>
    path.startsWith('contracts/') ? [{ path: path.replace('contracts/', ''), text }] : [],
  );
}

for (const name of Object.keys(PRESETS) as PresetName[]) {
  test(`${name}: the registry has no error and no warning, and its files and responses are those expected`, () => {
    const files = begunWith(name);
    const checked = check(files);
    assert.deepEqual(shortly(checked), []);
    for (const { path, text } of files) expectFile(`${EXPECTED}${name}/${path}`, text.trimEnd());
    const [api] = present(checked.registry).apis;
    assert.ok(api);
    const responses = api.codes.flatMap((code) =>
      examplesOf(api, code, `https://errors.example.com/${code.code}/`).map(({ response }) => responseText(response)),
    );
    expectFile(`${EXPECTED}${name}/responses.txt`, responses.join('\n\n'));
  });
}

/** Titles that YAML or the rules for names could take for something else. */
const TITLES = {
  'Äpfel & Co. API': 'apfel-co-api',
  错误: 'api',
  'no: yes # "quoted"': 'no-yes-quoted',
  "It's 1.0": 'it-s-1-0',
  '- {a}': 'a',
  true: 'true',
  Search: 'search-api',
  CON: 'con-api',
  'A name that is much longer than anybody would want to read in an address':
    'a-name-that-is-much-longer-than-anybody-would-wa',
};

test('whatever its title, an API gets it as it is, and a folder with a valid name', () => {
  for (const [title, id] of Object.entries(TITLES)) {
    const checked = check(begunWith('error', title));
    assert.deepEqual(shortly(checked), [], title);
    assert.deepEqual(
      present(checked.registry).apis.map((api) => [api.id, api.title]),
      [[id, title]],
    );
  }
});

test('a second API with the same name for its folder gets a number', () => {
  const apis = [
    { id: 'parcels', title: 'Parcels' },
    { id: 'parcels-2', title: 'Parcels!' },
  ];
  const steps = planOf({ api: { title: 'Parcels?', envelope: 'none' }, ci: 'none', hook: false }, { ...EMPTY, apis });
  assert.equal(steps[0]?.path, 'contracts/parcels-3/api.yaml');
});
