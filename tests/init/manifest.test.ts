import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editedManifest, planOf, type Step } from '../../src/init/index.ts';
import { present } from '../helpers/present.ts';
import { projectWith } from './setup.ts';

/** What becomes of a `package.json`. */
function manifestStep(text: string): Step {
  const wish = { api: undefined, ci: 'none', hook: false } as const;
  return present(planOf(wish, projectWith({ 'package.json': text })).find(({ path }) => path === 'package.json'));
}

test('scripts and the dependency are added, and all else stays: fields, order, tabs, line ends, no line end at the end', () => {
  const before = [
    '{',
    '\t"name": "@acme/parcels",',
    '\t"custom": [1,2,   3],',
    '\t"scripts": {',
    '\t\t"test": "node --test"',
    '\t},',
    '\t"devDependencies": { "left": "1.0.0" }',
    '}',
  ].join('\r\n');
  const { action, text, about } = manifestStep(before);
  assert.equal(action, 'extend');
  assert.equal(
    text,
    [
      '{',
      '\t"name": "@acme/parcels",',
      '\t"custom": [1,2,   3],',
      '\t"scripts": {',
      '\t\t"test": "node --test",',
      '\t\t"errors:check": "errorbook check",',
      '\t\t"errors:diff": "errorbook diff",',
      '\t\t"errors:dev": "errorbook dev",',
      '\t\t"errors:build": "errorbook build",',
      '\t\t"errors:start": "errorbook start"',
      '\t},',
      '\t"devDependencies": {',
      '\t\t"left": "1.0.0",',
      '\t\t"errorbook": "1.2.3"',
      '\t}',
      '}',
    ].join('\r\n'),
  );
  assert.match(about, /^the script errors:check, .*, the development dependency errorbook$/);
});

test('a script of the same name with another text stays, and is reported', () => {
  const step = manifestStep('{ "scripts": { "errors:check": "make check" }, "dependencies": { "errorbook": "^1" } }');
  assert.equal(step.action, 'extend');
  const { scripts, dependencies, devDependencies } = JSON.parse(present(step.text));
  assert.equal(scripts['errors:check'], 'make check');
  assert.equal(scripts['errors:start'], 'errorbook start');
  assert.deepEqual([dependencies, devDependencies], [{ errorbook: '^1' }, undefined]);
  assert.match(step.about, /; errors:check stays `make check`$/);
});

test('what has all of it is left as it is', () => {
  const { text } = manifestStep('{}');
  assert.deepEqual(manifestStep(present(text)), { path: 'package.json', action: 'leave', about: 'has all of it' });
});

test('a byte order mark stays, and names that every object has are not taken for scripts', () => {
  const { text } = manifestStep('\ufeff{\n    "scripts": { "__proto__": "x" }\n}\n');
  assert.match(present(text), /^\ufeff\{\n {4}"scripts": \{\n {8}"__proto__": "x",\n {8}"errors:check": /);
});

test('a text that can’t be extended is not touched', () => {
  for (const text of ['', '[]', '{', '{ "scripts": [] }', '{ "devDependencies": null }', '{ // comment\n}', 'null']) {
    assert.equal(editedManifest(text, '1.2.3'), undefined, text);
  }
});
