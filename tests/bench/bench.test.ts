import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bench } from '../../src/bench/bench.ts';
import { entryOf, figuresBefore, readHistory, writeHistory } from '../../src/bench/history.ts';
import { formatVerdicts, LIMITS, verdictsOn } from '../../src/bench/limits.ts';
import type { Results } from '../../src/bench/results.ts';
import { formatResults } from '../../src/bench/tables.ts';
import { expectFile, ROOT, TODAY } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const FIXTURES = join(ROOT, 'tests/bench/fixtures');
const RESULTS: Results = JSON.parse(readFileSync(join(FIXTURES, 'results.json'), 'utf8'));
/** The same run, in which Hugo was much faster and pages were larger. */
const WORSE: Results = {
  ...RESULTS,
  peers: RESULTS.peers.map((peer) =>
    peer.name === 'Hugo' ? { ...peer, builds: peer.builds.map((it) => ({ ...it, seconds: it.seconds / 20 })) } : peer,
  ),
  weights: RESULTS.weights.map((it) => ({ ...it, weight: { requests: 4, bytes: 20_000 } })),
};
/** A run of a single code, without other programs. */
const LEAST: Results = {
  ...RESULTS,
  machine: { ...RESULTS.machine, load: 3, processor: '' },
  builds: RESULTS.builds.slice(0, 1),
  check: {
    ...RESULTS.check,
    large: { ...RESULTS.check.large, codes: 1 },
    bare: { ...RESULTS.check.bare, codes: 1 },
  },
  rebuilds: [],
  comparisons: [],
  weights: [],
  searches: [],
  peers: [],
};

/** What is printed of results. */
const printed = (results: Results) =>
  [...formatResults(results), '', ...formatVerdicts(verdictsOn(results))].join('\n');

/** Runs the bench in a folder, with results that were measured before. */
async function runBench(cwd: string, argv: string[], results: Results) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    cwd,
    today: TODAY,
    terminal: { out: false, err: false },
  };
  const sizes: (readonly number[])[] = [];
  const status = await bench(argv, io, async (codes) => {
    sizes.push(codes);
    return results;
  });
  return { status, out: out.join('\n'), err: err.join('\n'), sizes };
}

test('all figures are printed with their ratios, then each limit with its target', () => {
  expectFile(join(FIXTURES, 'printed.txt'), printed(RESULTS));
  expectFile(join(FIXTURES, 'exceeded.txt'), formatVerdicts(verdictsOn(WORSE)).join('\n'));
  expectFile(join(FIXTURES, 'least.txt'), printed(LEAST));
});

test('a limit has a name of its own, and a target that is stricter', () => {
  assert.equal(new Set(LIMITS.map(({ name }) => name)).size, LIMITS.length);
  assert.deepEqual(
    LIMITS.filter(({ most, target = 0 }) => target >= most),
    [],
  );
});

test('a limit that was not measured is held, as is one that is met exactly', () => {
  assert.ok(verdictsOn(LEAST).every(({ isHeld }) => isHeld));
  const exact = { ...RESULTS, comparisons: RESULTS.comparisons.map((it) => ({ ...it, ratio: 3 })) };
  const isHeld = (results: Results) =>
    verdictsOn(results).find(({ limit }) => limit.name.startsWith('Comparing'))?.isHeld;
  assert.equal(isHeld(exact), true);
  assert.equal(isHeld({ ...exact, comparisons: exact.comparisons.map((it) => ({ ...it, ratio: 3.001 })) }), false);
});

test('the exit status is 1 past a limit, and every run joins the history in the current folder', () =>
  inTemporaryFolder(async (folder) => {
    const good = await runBench(folder, [], RESULTS);
    assert.deepEqual([good.status, good.err, good.sizes], [0, '', [[100, 1_000, 10_000]]]);
    assert.equal(good.out, printed(RESULTS));
    const worse = await runBench(folder, ['--codes', '1000,100,100'], WORSE);
    assert.deepEqual([worse.status, worse.sizes], [1, [[100, 1_000]]]);
    assert.match(worse.out, /^OVER {4}Requests of a code's page: 4; the limit is 3, it was 3 before\.$/m);
    const text = readFileSync(join(folder, 'bench-history.json'), 'utf8');
    assert.equal(text.split('\n').length, 5);
    const entries = JSON.parse(text);
    assert.deepEqual(
      entries.map(({ versions, figures }: { versions: object; figures: Record<string, number> }) => [
        Object.keys(versions),
        figures["Requests of a code's page"],
      ]),
      [
        [['Errorbook', 'Hugo', 'Eleventy'], 3],
        [['Errorbook', 'Hugo', 'Eleventy'], 4],
      ],
    );
    for (const { date, commit } of entries) {
      assert.match(date, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.match(commit, /^(?:[0-9a-f]{40}(?:-dirty)?)?$/);
    }
    const { figures: _, versions: __, date: ___, commit: ____, ...kept } = entries[0];
    assert.deepEqual(kept, RESULTS);
  }));

test('wrong sizes, programs, options and histories are refused in one sentence, before anything is measured', () =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'notes.json'), '{"mine": true}');
    writeFileSync(join(folder, 'broken.json'), '[{"figures": ');
    for (const [argv, said] of [
      [
        ['--codes', '10,x'],
        /^--codes takes numbers of codes with commas between, such as 100,1000,10000, not `10,x`\.$/,
      ],
      [
        ['--history', 'notes.json'],
        /^\S+notes\.json is not a history of benchmarks; name another file with --history\.$/,
      ],
      [['--history', 'broken.json'], /^\S+broken\.json is not a history of benchmarks; /],
      [['--hugo', 'gone'], /^--hugo names \S+gone, which is not Hugo or doesn't start\.$/],
      [['--eleventy', 'notes.json'], /^--eleventy names \S+notes\.json, which is not Eleventy or doesn't start\.$/],
      [['--fast'], /^Unknown option '--fast'/],
    ] as const) {
      const { status, out, err, sizes } = await runBench(folder, [...argv], RESULTS);
      assert.deepEqual([status, out, sizes], [2, '', []], err);
      assert.match(err, said);
    }
    assert.equal(existsSync(join(folder, 'bench-history.json')), false);
    assert.equal(readFileSync(join(folder, 'notes.json'), 'utf8'), '{"mine": true}');
  }));

test('figures are held against the latest run on the same kind of machine; entries of other versions stay as they are', () =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'history.json');
    assert.deepEqual(await readHistory(file), []);
    const machine = { processor: 'Example CPU', processors: 2 };
    const earlier = [
      { machine, figures: { speed: 1 }, later: 'unknown' },
      { machine, figures: { speed: 2 } },
      { machine: { ...machine, processors: 64 }, figures: { speed: 3 } },
    ];
    writeFileSync(file, JSON.stringify(earlier));
    const history = await readHistory(file);
    assert.deepEqual(figuresBefore(history, RESULTS.machine), { speed: 2 });
    assert.deepEqual(figuresBefore(history, { ...RESULTS.machine, processor: 'Other' }), {});
    await writeHistory(
      file,
      history,
      entryOf(RESULTS, { date: '2026-12-31T00:00:00.000Z', commit: '', version: '1.0.0' }),
    );
    const written = JSON.parse(readFileSync(file, 'utf8'));
    assert.deepEqual(written.slice(0, 3), earlier);
    assert.equal(written.length, 4);
  }));
