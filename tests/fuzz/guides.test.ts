import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileGuide } from '../../src/cli/guides.ts';
import { type Checked, check, type Registry } from '../../src/index.ts';
import { API, files, seeded } from '../helpers/checked.ts';
import { foreignParts } from '../helpers/compiled-guide.ts';
import { guideText } from '../helpers/guide-texts.ts';
import { present } from '../helpers/present.ts';

const PARCELS = `title: Parcels
codes:
  LOST: { status: 410, meaning: Nobody has seen it., remediation: Ask the desk., retry: never }
`;

/** So many guides are in one registry: a check of many costs little more than one of one. */
const TOGETHER = 100;

/**
 * Makes `runs` guides, the first with `seed`, and compiles as the site does those that a check accepts; throws at the
 * first that would run anything, or that can't be compiled. Returns how many were accepted.
 */
async function fuzzGuides(seed: number, runs: number): Promise<number> {
  let accepted = 0;
  for (let from = seed; from < seed + runs; from += TOGETHER) {
    const seeds = Array.from({ length: Math.min(TOGETHER, seed + runs - from) }, (_, index) => from + index);
    const texts = new Map(seeds.map((at) => [`desk/guides/g${at}.mdx`, guideText(seeded(at))]));
    for (const { file, level } of checked(texts).diagnostics) if (level === 'error') texts.delete(file);
    const { registry } = checked(texts);
    assert.ok(registry, `from seed ${from}`);
    assert.equal(Object.keys(registry.guideBodies).length, texts.size);
    for (const [file, text] of texts) await holdsNoProgram(registry, file, text);
    accepted += texts.size;
  }
  return accepted;
}

function checked(guides: ReadonlyMap<string, string>): Checked {
  return check(files({ 'desk/api.yaml': API, 'desk/parcels.yaml': PARCELS, ...Object.fromEntries(guides) }));
}

async function holdsNoProgram(registry: Registry, file: string, text: string): Promise<void> {
  const body = present(registry.guideBodies[file.replace('guides/', '').replace('.mdx', '')]);
  const what = `${file}: ${JSON.stringify(text)}`;
  const compiled = await compileGuide(body).catch((error) => {
    throw new Error(`It does not compile: ${error}, ${what}`);
  });
  assert.deepEqual(foreignParts(compiled.body), [], what);
}

// by hand: GUIDE_FUZZ_RUNS=200000 GUIDE_FUZZ_SEED=1 node --test tests/guide-fuzz.test.ts
const RUNS = Number(process.env.GUIDE_FUZZ_RUNS ?? 600);
const SEED = Number(process.env.GUIDE_FUZZ_SEED ?? 1);

test('whatever guide a check accepts compiles to text and components: no import, expression, export or handler', async (t) => {
  const accepted = await fuzzGuides(SEED, RUNS);
  t.diagnostic(`${RUNS} guides, ${accepted} accepted`);
  assert.ok(accepted > RUNS / 20, `${accepted} of ${RUNS} were accepted`);
});

test('a program that runs something is recognized', async () => {
  for (const [text, part] of [
    ['import a from "b"', 'has const { default: a } = arguments[0];'],
    ['export const a = 1', 'has const a = 1;'],
    ['{a()}', 'calls a'],
    ['A {b}', 'names b'],
    ['<Codes {...a} />', 'names a'],
    ['<Codes domain={`a`} />', 'has the TemplateLiteral `a`'],
    ['<b onclick="a" />', 'has the attribute onclick'],
    ['<Codes set:html="a" />', 'has the attribute set:html'],
    ['[a](javascript:b)', 'leads to href: "javascript:b"'],
    ['<a.b />', 'reads a.b'],
  ] as const) {
    const { body } = await compileGuide(`${text}\n`);
    const found = foreignParts(body);
    assert.ok(found.includes(part), `${text}: ${found.join(', ')}`);
  }
});
