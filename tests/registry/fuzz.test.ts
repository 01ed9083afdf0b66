import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContracts } from '../../src/cli/contracts.ts';
import { check, type Diagnostic, rules, type SourceFile } from '../../src/registry/index.ts';
import { ROOT } from '../support/fixture.ts';
import { seeded, withoutReleases } from '../support/registry.ts';

const RUNS = 300;
const KNOWN = new Set(rules.map(({ id }) => id));

const contracts = withoutReleases(await readContracts(join(ROOT, 'contracts')));
/** One API in YAML and one in JSON, both with guides. */
const [gateway, voice] = ['studio-gateway/', 'voice-studio/'].map((api) =>
  contracts.filter(({ path }) => path.startsWith(api)),
);
const small = [...gateway!, ...voice!];

/** Pieces that mean something to one format or another. */
const PIECES = [
  '\n',
  '\t',
  '  ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  ',',
  '- ',
  '#',
  '&a ',
  '*a',
  '|',
  '>',
  '\\',
  '\0',
  '\r',
  '<',
  '`',
  '~',
  '---\n',
  '\ufeff',
  '😀',
  '__proto__',
  'null',
  '1e999',
  '../',
];

/** One small accident: bytes lost, repeated, moved, or put in. */
function damage({ path, text }: SourceFile, random: (below: number) => number): SourceFile {
  const from = random(text.length + 1);
  const to = Math.min(text.length, from + 1 + random(40));
  const part = text.slice(from, to);
  const piece = PIECES[random(PIECES.length)]!;
  const results = [
    text.slice(0, from) + text.slice(to),
    text.slice(0, to) + part + text.slice(to),
    text.slice(0, from),
    text.slice(from),
    text.slice(0, from) + piece + text.slice(from),
    text.slice(0, from) + piece + text.slice(to),
    text.replaceAll(piece, PIECES[random(PIECES.length)]!),
  ];
  return { path, text: results[random(results.length)]! };
}

/** Bytes lost in the middle of a sign make text that is no UTF-8; what a lenient reader would make of them goes in too. */
function damageBytes({ path, text }: SourceFile, random: (below: number) => number): SourceFile {
  const bytes = Buffer.from(text);
  if (bytes.length > 0) bytes[random(bytes.length)] = random(256);
  return { path, text: bytes.toString('utf8') };
}

function holdsTogether(sources: readonly SourceFile[], what: string): void {
  const { diagnostics, registry, counts } = check(sources);
  const texts = new Map(sources.map(({ path, text }) => [path, text.replace(/^\ufeff/, '')]));
  for (const diagnostic of diagnostics) {
    assert.ok(KNOWN.has(diagnostic.rule), what);
    assert.ok(diagnostic.message && diagnostic.fix, what);
    for (const span of [diagnostic, ...diagnostic.also]) isInside(span, texts, what);
  }
  assert.equal(registry === undefined, counts.errors > 0, what);
  assert.equal(counts.errors + counts.warnings, diagnostics.length, what);
}

function isInside(
  { file, start, end }: Pick<Diagnostic, 'file' | 'start' | 'end'>,
  texts: Map<string, string>,
  what: string,
): void {
  const lines = texts.get(file)?.split('\n');
  assert.ok(lines, `${what}: ${file} is no file of the registry`);
  for (const { line, column } of [start, end]) {
    assert.ok(line >= 1 && line <= lines.length, `${what}: ${file}:${line} is past its end`);
    assert.ok(
      column >= 1 && column <= lines[line - 1]!.length + 1,
      `${what}: ${file}:${line}:${column} is past its line`,
    );
  }
  assert.ok(
    start.line < end.line || (start.line === end.line && start.column <= end.column),
    `${what}: it ends before it starts`,
  );
}

test('a check of damaged files never throws, and each diagnostic stands inside its file', () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const random = seeded(seed);
    const accidents = 1 + random(3);
    const sources = [...(seed % 2 === 0 ? gateway! : voice!)];
    for (let i = 0; i < accidents; i++) {
      const index = random(sources.length);
      sources[index] = (random(4) === 0 ? damageBytes : damage)(sources[index]!, random);
    }
    try {
      holdsTogether(sources, `seed ${seed}`);
    } catch (error) {
      throw new Error(`With seed ${seed}: ${(error as Error).message}`, { cause: error });
    }
  }
});

test('a check of damaged releases and approvals never throws, nor does what reads them afterwards', () => {
  const plans = check(small).release({ name: '2026-11', date: '2026-11-01', today: '2026-11-01' });
  const extra: SourceFile[] = plans.map(({ release }) => ({ path: release!.path, text: release!.text }));
  extra.push({
    path: 'studio-gateway/approvals.yaml',
    text: 'approvals:\n  - { rule: code-removed, code: invalid_request, reason: Never sent., until: "2026-12-31" }\n',
  });
  const whole = [...small, ...extra];
  for (let seed = 1; seed <= RUNS / 3; seed++) {
    const random = seeded(seed * 7);
    const index = small.length + random(extra.length);
    const sources = whole.with(index, (random(4) === 0 ? damageBytes : damage)(whole[index]!, random));
    try {
      holdsTogether(sources, `seed ${seed}`);
      const checked = check(sources, { today: '2026-11-21' });
      checked.release({ name: '2026-12', date: '2026-12-01', today: '2026-11-21' });
      assert.ok(checked.approvals.length <= 1);
    } catch (error) {
      throw new Error(`With seed ${seed}: ${(error as Error).message}`, { cause: error });
    }
  }
});

test('a check of lost, doubled and misplaced files never throws', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seeded(seed * 1000);
    const sources = small.flatMap((source): SourceFile[] => {
      const elsewhere = [
        'x.yaml',
        '/',
        '',
        'a/b/c/d.json',
        `${source.path}.yaml`,
        source.path.toUpperCase(),
        'studio-gateway/guides/g.mdx',
      ];
      switch (random(12)) {
        case 0:
          return [];
        case 1:
          return [source, { ...source, path: source.path.replace(/\.(yaml|json)$/, '.yml') }];
        case 2:
          return [{ ...source, path: elsewhere[random(elsewhere.length)]! }];
        case 3:
          return [
            { path: source.path, text: '', trouble: (['encoding', 'outside', 'unreadable'] as const)[random(3)]! },
          ];
        default:
          return [source];
      }
    });
    holdsTogether(sources, `seed ${seed}`);
  }
});

test('what a check says does not depend on the order of the files', () => {
  const random = seeded(99);
  const broken = small.map((source, i) => (i % 4 === 0 ? damage(source, random) : source));
  const expected = check(broken);
  assert.ok(expected.diagnostics.length > 0);
  for (let i = 0; i < 10; i++) {
    const shuffled = broken.map((source) => ({ source, at: random(1e9) })).sort((a, b) => a.at - b.at);
    const { diagnostics, counts, snapshots } = check(shuffled.map(({ source }) => source));
    assert.deepEqual({ diagnostics, counts }, { diagnostics: expected.diagnostics, counts: expected.counts });
    assert.deepEqual(snapshots(), expected.snapshots());
  }
});
