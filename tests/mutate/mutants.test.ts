import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { ROOT } from '../helpers/fixture.ts';
import { applied, shown } from './mutant.ts';
import { mutantsOf } from './mutants.ts';

/** Each line of a program with its mutants: what the line is with each of them. */
const CASES: Record<string, string[]> = {
  'f(a === b);': [';', 'f(a !== b);'],
  'f(a < 1);': [';', 'f(a <= 1);', 'f(a >= 1);', 'f(a < (2));', 'f(a < (0));'],
  'f(!a && b);': [';', 'f(a && b);', 'f(!a || b);'],
  'f(a ?? b);': [';', 'f(b);', 'f(a);'],
  'f(a?.b?.(c));': [';', 'f(a.b?.(c));', 'f(a?.b(c));'],
  'const x = true;': ['const x = false;'],
  "const x = { a: 'b', 'c': '', 1: 'for people' };": [
    "const x = { a: '', 'c': '', 1: 'for people' };",
    "const x = { a: 'b', 'c': 'mutant', 1: 'for people' };",
  ],
  'const x = -a;': ['const x = a;'],
  'const x = a.some(b).sort();': ['const x = a.every(b).sort();', 'const x = a.some(b);'],
  'const x = [...a, b];': ['const x = [...[], b];'],
  'const x = { ...a, b };': ['const x = { ...{}, b };'],
  'const x = a ? b : c;': ['const x = true ? b : c;', 'const x = false ? b : c;'],
  'if (a) throw b;': ['if (true) throw b;', 'if (false) throw b;', 'if (a) ;'],
  'const f = () => { return a; };': ['const f = () => { ; };'],
  'const x = /^(?:a|b)+$/i;': [
    'const x = /(?:a|b)+$/i;',
    'const x = /^(?:b)+$/i;',
    'const x = /^(?:a)+$/i;',
    'const x = /^(?:a|b)+/i;',
    'const x = /^(?:a|b)+$/;',
  ],
  'const x = /[^|$]|\\d\\|/;': [
    'const x = /[|$]|\\d\\|/;',
    'const x = /\\d\\|/;',
    'const x = /[^|$]/;',
    'const x = /[^|$]|\\D\\|/;',
  ],
  'while (false);': ['while (true);'],
  "import { a } from 'b';": [],
  "type T = 'a' | 1;": [],
  "const x: 'a' | 1 = y as 'a';": [],
};

for (const [line, expected] of Object.entries(CASES)) {
  test(`the mutants of: ${line}`, () => {
    assert.deepEqual(
      mutantsOf(line).map((mutant) => applied(line, mutant)),
      expected,
    );
  });
}

test('every mutant of programs of ours is a program that can be read', () => {
  let tried = 0;
  for (const file of ['src/model/address.ts', 'src/model/mention.ts', 'src/model/nearest.ts']) {
    const source = readFileSync(join(ROOT, file), 'utf8');
    for (const mutant of mutantsOf(source)) {
      const tree = ts.createSourceFile(file, applied(source, mutant), ts.ScriptTarget.Latest);
      // the compiler has them, though its types don't
      assert.ok('parseDiagnostics' in tree);
      assert.deepEqual(tree.parseDiagnostics, [], shown(file, source, mutant));
      tried++;
    }
  }
  assert.ok(tried > 100, `${tried} mutants`);
});
