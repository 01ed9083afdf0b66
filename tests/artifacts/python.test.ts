import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addressOf } from '../../src/index.ts';
import { findCompiler } from '../helpers/compilers.ts';
import { expectFile } from '../helpers/fixture.ts';
import { artifact, cases, DRIVERS, every, linksOf, ran, runtimes, small, workFolder } from './programs.ts';

const python = artifact('python');
const work = workFolder();
const python3 = findCompiler('python3');
const mypy = findCompiler('mypy');

for (const api of small) {
  test(`the module of ${api.id} is as expected`, () => {
    expectFile(
      join(import.meta.dirname, 'expected', api.id, 'error_codes.py.txt'),
      python.make(api, linksOf(api), runtimes).trimEnd(),
    );
  });
}

/** Writes every module into a folder of its own; gives their files. */
function written(): string[] {
  return every.map((api, index) => {
    const folder = join(work, `${index}-${addressOf(api.id)}`);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'error_codes.py');
    writeFileSync(file, python.make(api, linksOf(api), runtimes));
    return file;
  });
}

test('no text of a registry brings in a character that turns or ends a line unseen', () => {
  for (const api of every) {
    assert.doesNotMatch(python.make(api, linksOf(api), runtimes), /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u, api.id);
  }
});

if (python3) {
  test('every module loads without a warning, holds every code as it is, and knows the address of its page', () => {
    const said = ran(python3, ['-W', 'error', join(DRIVERS, 'contents.py'), ...written()], work);
    const expected = every.map((api) => api.codes.map(({ code }) => [code, linksOf(api).code(code)]));
    assert.deepEqual(JSON.parse(said), expected);
  });

  for (const api of small) {
    test(`the module of ${api.id} answers as it should`, () => {
      const folder = join(work, 'answers', api.id);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'error_codes.py'), python.make(api, linksOf(api), runtimes));
      copyFileSync(join(DRIVERS, 'answers.py'), join(folder, 'answers.py'));
      const said = ran(python3, ['-W', 'error', 'answers.py'], folder, {}, JSON.stringify(cases[api.id]));
      assert.deepEqual(JSON.parse(said), cases[api.id]);
    });
  }
}

if (mypy) {
  test('every module has strict types, from Python 3.9 on', () => {
    const flags = ['--strict', '--python-version', '3.9', '--cache-dir', join(work, 'cache'), '--no-error-summary'];
    for (const file of written()) ran(mypy, [...flags, file], join(file, '..'));
  });

  test('types know the codes: a misspelt one is found, and an unknown one stays possible', () => {
    const folder = join(work, 'typed');
    mkdirSync(folder, { recursive: true });
    const [api] = small.filter(({ id }) => id === 'parcels');
    assert.ok(api);
    writeFileSync(join(folder, 'error_codes.py'), python.make(api, linksOf(api), runtimes));
    copyFileSync(join(DRIVERS, 'typed.py'), join(folder, 'typed.py'));
    ran(mypy, ['--strict', '--warn-unused-ignores', '--no-error-summary', '--cache-dir', 'cache', 'typed.py'], folder);
  });
}
