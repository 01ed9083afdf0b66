import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../src/evidence/language.ts';
import { scan } from '../../src/evidence/scan.ts';
import { present } from '../helpers/present.ts';
import { holdsLinear } from '../helpers/work.ts';

/** Programs by the ending of their files, and the strings in them. */
const PROGRAMS: [ending: string, program: string, strings: string[]][] = [
  ['ts', `const a = /["']/g, b = "x"; // "no"\nconst c = b / 2 / "y".length;`, ['x', 'y']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a program that has a template in it
  ['ts', 'const a = `p${f("q", `r${"s"}`)}t`; const b = `u`;', ['q', 's', 'u']],
  ['tsx', `<p>Don't</p>\nconst a = 'x';`, ['x']],
  ['js', `'it\\'s'; "\\u0041\\x42\\u{43}"; "open\n'z'`, ["it's", 'ABC', 'z']],
  ['py', `a = "x" # "no"\nb = r'\\d'; c = f"{x}"; d = f"y"; e = '''z\n'''`, ['x', '\\d', 'y', 'z\n']],
  ['go', 'a := `x"` // "no"\nb := \'"\'; c := "y" /* "no" */', ['x"', '"', 'y']],
  ['rb', `a = :x; b = "y"; c = "#{d}"; e = F::G # "no"`, ['x', 'y']],
  ['php', `<?php $a = 'x'; $b = "$c"; # "no"\n$d = "y";`, ['x', 'y']],
  ['cs', `var a = @"x""y"; var b = $"{c}"; var d = "z";`, ['x"y', 'z']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a program that has a template in it
  ['ts', 'a = `p${`q`}r`; b = `s`', ['q', 's']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a program that has a template in it
  ['ts', 'a = `\\`${{ b: { c: "x" } }}`; d = `y\\`z`;', ['x', 'y`z']],
  ['ts', 'a = /b"/; c = "x"; return /"/; d = "y"', ['x', 'y']],
  ['ts', 'a = (b) / "x"; c = d[0] / "y"; e = {} / "z"; f = 1 / "w" / 2', ['x', 'y', 'z', 'w']],
  ['ts', 'a = /[/"]/; b = /\\/"/; c = "x" / "y"', ['x', 'y']],
  ['ts', 'a = /b\n"x" /* "no" */; c = "y" // "no"\n"z" /* "no', ['x', 'y', 'z']],
  ['js', '"\\n\\r\\t\\b\\f\\0\\q"; "\\u{110000}"; "\\u{10FFFF}"', ['\n\r\t\b\f\0q', '\\u{110000}', '\u{10ffff}']],
  ['mjs', '"open\n"x"', ['x']],
  [
    'py',
    `a = R'\\d'; b = rb"\\x"; h = br'\\w'; c = u'y'; d = xr"z"; e = fr'{w}'; g = t"{v}"`,
    ['\\d', '\\x', '\\w', 'y', 'z'],
  ],
  ['py', `"""a "b" c"""; 'd'; r'''e\\'''; "open\n'g'`, ['a "b" c', 'd', 'e\\', 'g']],
  ['go', 'a := `x\\`; b := "y\\"z"; c := `two\nlines`', ['x\\', 'y"z', 'two\nlines']],
  ['java', 'a = """x\n"y" z"""; b = "w"; // "no"', ['x\n"y" z', 'w']],
  ['rb', `a = "two\nlines"\n=begin\n"no"\n=end\nb = :x; C::D; e = '#{y}'`, ['two\nlines', 'x', '#{y}']],
  ['php', `"a\nb"; 'c\n$d'; // 'no'\n/* 'no' */ "e"`, ['a\nb', 'c\n$d', 'e']],
  ['cs', 'a = @"C:\\"; b = $@"x""{y}"; c = @$"z""{y}"; d = $@"v""w"; e = @"two\nlines"', ['C:\\', 'v"w', 'two\nlines']],
  ['kt', 'a = """x\\"""; b = """y $z"""; c = "w\\"v"; d = """two\nlines"""', ['x\\', 'w"v', 'two\nlines']],
  ['kt', `val a = "x"; val b = "$a"; val c = """y"""`, ['x', 'y']],
];

for (const [ending, program, strings] of PROGRAMS) {
  test(`reads the strings of ${ending}: ${JSON.stringify(program)}`, () => {
    const found = scan(program, present(LANGUAGES[ending])).filter(({ kind }) => kind === 'string');
    assert.deepEqual(
      found.map(({ text }) => text),
      strings,
    );
  });
}

for (const [ending, part] of [
  ['ts', '"a\\'],
  ['ts', '/a[b'],
  ['ts', "'a "],
  ['py', '"""a'],
] as const) {
  test(`quotes that never end take work in proportion to the text: ${part} in ${ending}`, () =>
    holdsLinear((size) => {
      const program = part.repeat(size * 20);
      return () => scan(program, present(LANGUAGES[ending]));
    }));
}
