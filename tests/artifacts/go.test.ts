import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Api } from '../../src/index.ts';
import { findCompiler } from '../helpers/compilers.ts';
import { expectFile } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { artifact, cases, DRIVERS, every, linksOf, OFFLINE, ran, runtimes, small, workFolder } from './programs.ts';

const go = artifact('go');
const work = workFolder();
const compiler = findCompiler('go');
const gofmt = findCompiler('gofmt');

for (const api of small) {
  test(`the package of ${api.id} is as expected`, () => {
    expectFile(
      join(import.meta.dirname, 'expected', api.id, 'errorcodes.go.txt'),
      go.make(api, linksOf(api), runtimes).trimEnd(),
    );
  });
}

/** A module with a package for each API; gives its folder. */
function written(name: string, apis: readonly Api[]): string {
  const folder = join(work, name);
  for (const [index, api] of apis.entries()) {
    const inner = join(folder, apis.length === 1 ? 'codes' : `p${index}`);
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, 'errorcodes.go'), go.make(api, linksOf(api), runtimes));
  }
  writeFileSync(join(folder, 'go.mod'), 'module example.test/errors\n\ngo 1.19\n');
  return folder;
}

test('no text of a registry brings in a character that turns or ends a line unseen', () => {
  for (const api of every) {
    assert.doesNotMatch(go.make(api, linksOf(api), runtimes), /[^\P{C}\n\t]|[\p{Zl}\p{Zp}]/u, api.id);
  }
});

test('a package has a name that Go takes', () => {
  const nameOf = (id: string) =>
    /^package (.*)$/m.exec(go.make({ ...present(small[0]), id }, linksOf(present(small[0])), runtimes))?.[1];
  assert.deepEqual(['voice-studio', '2-fa', 'func', 'main', 'type'].map(nameOf), [
    'voicestudio',
    'api2fa',
    'apifunc',
    'apimain',
    'apitype',
  ]);
});

test('a new code takes no name from another: where two would be equal, both are marked', () => {
  const api = present(small.find(({ id }) => id === 'parcels'));
  const nameOf = (codes: string[], code: string) => {
    const all = codes.map((it) => ({ ...present(api.codes[0]), code: it }));
    const text = go.make({ ...api, codes: all }, linksOf(api), runtimes);
    return new RegExp(`^\t(\\w+) Code = "${code}"$`, 'm').exec(text)?.[1];
  };
  assert.equal(nameOf(['a-b'], 'a-b'), 'CodeAB');
  const names = [nameOf(['a-b', 'a_b'], 'a-b'), nameOf(['a-b', 'a_b'], 'a_b')];
  assert.ok(names.every((name) => /^CodeAB_[0-9a-f]{8}$/.test(name ?? '')));
  assert.deepEqual([nameOf(['a_b', 'a-b'], 'a-b'), nameOf(['a_b', 'a-b'], 'a_b')], names);
});

if (gofmt) {
  test('every package is as gofmt writes it', () => {
    assert.equal(ran(gofmt, ['-l', '-d', '.'], written('formatted', every)), '');
  });
}

if (compiler) {
  test('every package compiles, and vet finds nothing', () => {
    ran(compiler, ['vet', './...'], written('vetted', every), OFFLINE);
  });

  for (const api of small) {
    test(`the package of ${api.id} answers as it should`, () => {
      const folder = written(`answers-${api.id}`, [api]);
      copyFileSync(join(DRIVERS, 'answers.go.txt'), join(folder, 'main.go'));
      const said = ran(compiler, ['run', '.'], folder, OFFLINE, JSON.stringify(cases[api.id]));
      assert.deepEqual(JSON.parse(said), cases[api.id]);
    });
  }
}
