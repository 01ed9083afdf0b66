import { against, exponent } from './limits.ts';
import type { Built, Results } from './results.ts';

/** The figures as tables. */
export function formatResults(results: Results): string[] {
  return [
    ...machine(results),
    '',
    ...buildTable(results),
    '',
    ...rebuildTable(results),
    '',
    ...peerTable(results),
    '',
    ...checkTable(results),
    '',
    ...compareTable(results),
    '',
    ...weightTable(results),
    '',
    ...searchTable(results),
  ];
}

function machine({ machine: { node, platform, arch, processor, processors, load } }: Results): string[] {
  const line = `Node ${node} on ${platform} ${arch}, ${processors} processors${processor && ` (${processor})`}.`;
  if (load < processors / 2) return [line];
  return [
    line,
    `The machine was busy before (load ${load.toFixed(1)}), so times by the clock are longer than they should be.`,
  ];
}

function buildTable({ builds }: Results): string[] {
  const [startUp, ...others] = builds;
  const head = [
    'first build of',
    'runs',
    'seconds',
    'processor',
    'above start-up',
    'a code',
    'exponent',
    'peak memory',
    'pages',
    'output',
    'a page',
    'the largest',
  ];
  const row = (built: Built, before: Built | undefined) => [
    count(built.codes),
    String(built.runs),
    built.seconds.toFixed(2),
    built.cpuSeconds.toFixed(2),
    before ? above(built, startUp!).toFixed(2) : '(start-up)',
    before ? `${((above(built, startUp!) / built.codes) * 1000).toFixed(2)} ms` : '',
    before && before !== startUp ? (exponent(before, built)?.toFixed(2) ?? '') : '',
    megabytes(built.peakBytes),
    count(built.pages),
    megabytes(built.outputBytes),
    kilobytes(built.outputBytes / built.pages),
    kilobytes(built.largestPage),
  ];
  return columns([head, row(startUp!, undefined), ...others.map((built, index) => row(built, builds[index]!))]);
}

function rebuildTable({ builds, rebuilds }: Results): string[] {
  if (rebuilds.length === 0) return ['No registry was large enough to be built again.'];
  const first = (codes: number) => builds.find((built) => built.codes === codes)?.seconds ?? Number.NaN;
  const row = (codes: number, runs: number, seconds: number) => [
    count(codes),
    String(runs),
    seconds.toFixed(2),
    `× ${(seconds / first(codes)).toFixed(2)}`,
  ];
  return columns([
    ['built again', 'runs', 'none changed', 'of the first', 'one changed', 'of the first'],
    ...rebuilds.map(({ codes, runs, unchangedSeconds, changedSeconds }) => [
      ...row(codes, runs, unchangedSeconds),
      ...row(codes, runs, changedSeconds).slice(2),
    ]),
  ]);
}

function peerTable(results: Results): string[] {
  const { peers } = results;
  if (peers.length === 0) return ['Neither Hugo nor Eleventy was found; name them with --hugo and --eleventy.'];
  return columns([
    ['built by others', ...peers.flatMap(({ name, version }) => [`${name} ${version}`, 'ours'])],
    ...(peers[0]?.builds ?? []).map(({ codes }) => [
      count(codes),
      ...peers.flatMap(({ name, builds }) => [
        builds.find((it) => it.codes === codes)?.seconds.toFixed(2) ?? '',
        `× ${against(results, name, codes)?.toFixed(2)}`,
      ]),
    ]),
  ]);
}

function checkTable({ check: { small, large, bare, runs, ratio } }: Results): string[] {
  const row = (name: string, { codes, seconds, cpuSeconds }: typeof small, share: string) => [
    name,
    count(codes),
    String(runs),
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    share,
  ];
  return columns([
    ['', 'codes', 'runs', 'seconds', 'processor', 'ratio'],
    row('check', small, ''),
    row('check', large, `× ${ratio.toFixed(2)}`),
    row('parsing alone', bare, ''),
  ]);
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

/** Seconds that a build takes beyond the start-up, which is the build of a single code. */
function above(built: Built, startUp: Built): number {
  return built.seconds - startUp.seconds;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function megabytes(bytes: number): string {
  return `${count(Math.round(bytes / 1e5) / 10)} MB`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}

/** Cells as lines, each column to its right edge. */
function columns(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column]!)).join('  '));
}
