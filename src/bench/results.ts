import { availableParallelism } from 'node:os';
import type { Built, Results } from './measure.ts';

/** What the figures are held against. */
const LIMITS = {
  /** A build of ten times the codes takes at most this many times the time, start-up apart. */
  ratio: { from: 1_000, to: 10_000, most: 11 },
  peak: { codes: 10_000, bytes: 1.4e9 },
  check: { codes: 10_000, seconds: 1 },
  /** Comparing two registries against loading one. */
  compare: { codes: 10_000, ratio: 3 },
  page: { requests: 3, bytes: 14 * 1024, apart: 16 },
  search: { codes: 10_000, bytes: 300 * 1024, milliseconds: 50 },
};

/** The figures as tables, then one line for each limit. */
export function formatResults(results: Results): string {
  return [
    ...machine(results),
    '',
    ...buildTable(results),
    '',
    ...checkLines(results),
    '',
    ...compareTable(results),
    '',
    ...weightTable(results),
    '',
    ...searchTable(results),
    '',
    ...verdicts(results),
  ].join('\n');
}

function machine({ load }: Results): string[] {
  const processors = availableParallelism();
  const line = `Node ${process.version} on ${process.platform} ${process.arch}, ${processors} processors.`;
  if (load < processors / 2) return [line];
  return [
    line,
    `The machine was busy before (load ${load.toFixed(1)}), so times by the clock are longer than they should be.`,
  ];
}

function buildTable({ builds }: Results): string[] {
  const [startUp, ...others] = builds;
  const head = [
    'build of',
    'runs',
    'seconds',
    'processor',
    'above start-up',
    'a code',
    'growth',
    'peak memory',
    'pages',
    'output',
    'a page',
  ];
  const row = (built: Built, before: Built | undefined) => [
    count(built.codes),
    String(built.runs),
    built.seconds.toFixed(2),
    built.cpuSeconds.toFixed(2),
    before ? above(built, startUp!).toFixed(2) : '(start-up)',
    before ? `${((above(built, startUp!) / built.codes) * 1000).toFixed(2)} ms` : '',
    before && before !== startUp ? `× ${growth(before, built, startUp!).toFixed(1)}` : '',
    megabytes(built.peakBytes),
    count(built.pages),
    megabytes(built.outputBytes),
    `${(built.outputBytes / built.pages / 1000).toFixed(1)} kB`,
  ];
  return columns([head, row(startUp!, undefined), ...others.map((built, index) => row(built, builds[index]!))]);
}

function checkLines({ check: { small, large, runs, difference } }: Results): string[] {
  return [
    ...columns([
      ['check of', 'runs', 'seconds', 'processor'],
      ...[small, large].map(({ codes, seconds, cpuSeconds }) => [
        count(codes),
        String(runs),
        seconds.toFixed(2),
        cpuSeconds.toFixed(2),
      ]),
    ]),
    `The median difference is ${difference.toFixed(2)} s.`,
  ];
}

function compareTable({ comparisons }: Results): string[] {
  if (comparisons.length === 0) return ['No registry was large enough to be compared.'];
  return columns([
    ['comparison of', 'runs', 'changes', 'loading', 'comparing', 'ratio'],
    ...comparisons.map(({ codes, runs, changes, loading, comparing, ratio }) => [
      count(codes),
      String(runs),
      count(changes),
      milliseconds(loading),
      milliseconds(comparing),
      ratio.toFixed(2),
    ]),
  ]);
}

function weightTable({ weights }: Results): string[] {
  if (weights.length === 0) return ["No registry was large enough to weigh a code's page."];
  return columns([
    ["a code's page among", 'requests', 'gzip bytes'],
    ...weights.map(({ codes, weight }) => [count(codes), String(weight.requests), count(weight.bytes)]),
  ]);
}

function searchTable({ searches }: Results): string[] {
  const [first] = searches;
  if (!first) return ['No registry was large enough to be searched.'];
  return columns([
    ['search among', 'first part', 'texts', 'reading', 'keystrokes', 'median', 'slowest', 'growth', 'of'],
    ...searches.map(({ codes, firstBytes, textBytes, reading, keystroke }) => [
      count(codes),
      count(firstBytes),
      count(textBytes),
      milliseconds(reading),
      count(keystroke.count),
      milliseconds(keystroke.median),
      milliseconds(keystroke.slowest),
      `× ${(keystroke.median / first.keystroke.median).toFixed(1)}`,
      `\`${keystroke.slowestQuery}\``,
    ]),
  ]);
}

function verdicts(results: Results): string[] {
  return [
    ratioVerdict(results),
    peakVerdict(results),
    checkVerdict(results),
    compareVerdict(results),
    pageVerdict(results),
    ...searchVerdicts(results),
  ];
}

function ratioVerdict({ builds }: Results): string {
  const { from, to, most } = LIMITS.ratio;
  const name = `Building ${count(to)} codes against ${count(from)}, start-up apart`;
  const [small, large] = [from, to].map((codes) => builds.find((it) => it.codes === codes));
  if (!small || !large) return unmeasured(name);
  const ratio = growth(small, large, builds[0]!);
  return verdict(ratio <= most, `${name}: × ${ratio.toFixed(1)}; the limit is × ${most}.`);
}

function peakVerdict({ builds }: Results): string {
  const { codes, bytes } = LIMITS.peak;
  const name = `Peak memory at ${count(codes)} codes`;
  const built = builds.find((it) => it.codes === codes);
  if (!built) return unmeasured(name);
  return verdict(built.peakBytes <= bytes, `${name}: ${megabytes(built.peakBytes)}; the limit is ${megabytes(bytes)}.`);
}

function checkVerdict({ check: { large, difference } }: Results): string {
  const { codes, seconds } = LIMITS.check;
  const name = `Checking ${count(codes)} codes instead of 1`;
  if (large.codes !== codes) return unmeasured(name);
  return verdict(difference <= seconds, `${name}: ${difference.toFixed(2)} s more; the limit is ${seconds} s.`);
}

function compareVerdict({ comparisons }: Results): string {
  const { codes, ratio: most } = LIMITS.compare;
  const name = `Comparing two registries of ${count(codes)} codes against loading one`;
  const compared = comparisons.find((it) => it.codes === codes);
  if (!compared) return unmeasured(name);
  return verdict(compared.ratio <= most, `${name}: × ${compared.ratio.toFixed(2)}; the limit is × ${most}.`);
}

function pageVerdict({ weights }: Results): string {
  const { requests, bytes, apart } = LIMITS.page;
  const name = "A code's page";
  if (weights.length === 0) return unmeasured(name);
  const sizes = weights.map(({ weight }) => weight.bytes);
  const most = { requests: Math.max(...weights.map(({ weight }) => weight.requests)), bytes: Math.max(...sizes) };
  const spread = most.bytes - Math.min(...sizes);
  const held = most.requests <= requests && most.bytes <= bytes && spread <= apart;
  const between = weights.length > 1 ? `, ${spread} bytes apart between registries` : '';
  return verdict(
    held,
    `${name}: ${most.requests} requests, ${count(most.bytes)} bytes${between}; the limits are ${requests}, ${count(bytes)} and ${apart}.`,
  );
}

function searchVerdicts({ searches }: Results): string[] {
  const { codes, bytes, milliseconds: most } = LIMITS.search;
  const search = searches.find((it) => it.codes === codes);
  const names = [
    `What a search loads before its first answer, ${count(codes)} codes`,
    'The slowest keystroke among them',
  ];
  if (!search) return names.map(unmeasured);
  const { firstBytes, keystroke } = search;
  return [
    verdict(firstBytes <= bytes, `${names[0]}: ${count(firstBytes)} bytes; the limit is ${count(bytes)}.`),
    verdict(keystroke.slowest <= most, `${names[1]}: ${milliseconds(keystroke.slowest)}; the limit is ${most} ms.`),
  ];
}

function verdict(held: boolean, line: string): string {
  return `${held ? 'within' : 'OVER  '}  ${line}`;
}

function unmeasured(name: string): string {
  return `  –     ${name}: not measured.`;
}

/** Seconds that a build takes beyond the start-up, which is the build of a single code. */
function above(built: Built, startUp: Built): number {
  return built.seconds - startUp.seconds;
}

function growth(from: Built, to: Built, startUp: Built): number {
  return above(to, startUp) / above(from, startUp);
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function megabytes(bytes: number): string {
  return `${count(Math.round(bytes / 1e5) / 10)} MB`;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}

/** Cells as lines, each column to its right edge. */
function columns(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column]!)).join('  '));
}
