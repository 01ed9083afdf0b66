import type { Built, Results } from './results.ts';

/** A figure and the most that it may be. */
export interface Limit {
  /** What is compared, in words; the name of the figure in the history. */
  name: string;
  /** Undefined where these results don't have it. */
  figure(results: Results): number | undefined;
  /** What holds today, with a margin for chance. */
  most: number;
  /** What it is to become, where that is less. */
  target?: number;
  /** A figure as people read it. */
  shown(figure: number): string;
}

const [FEW, SOME, MANY] = [100, 1_000, 10_000];

/** Figures that depend on the machine are ratios to something that was measured beside them. Sizes are what a browser loads. */
export const LIMITS: readonly Limit[] = [
  {
    name: 'Building 10,000 codes against Hugo',
    figure: (results) => against(results, 'Hugo', MANY),
    most: 2,
    target: 0.8,
    shown: times,
  },
  {
    name: 'Building 1,000 codes against Hugo',
    figure: (results) => against(results, 'Hugo', SOME),
    most: 5,
    target: 3,
    shown: times,
  },
  {
    name: 'Building 10,000 codes against Eleventy',
    figure: (results) => against(results, 'Eleventy', MANY),
    most: 4,
    shown: times,
  },
  {
    name: 'Building 10,000 codes again, one changed, against 100 for the first time',
    figure: (results) => quotient(rebuilt(results, MANY)?.changedSeconds, built(results, FEW)?.seconds),
    most: 5.5,
    target: 1.6,
    shown: times,
  },
  {
    name: 'Building 10,000 codes again, one changed, against the first time',
    figure: (results) => quotient(rebuilt(results, MANY)?.changedSeconds, built(results, MANY)?.seconds),
    most: 0.6,
    shown: times,
  },
  {
    name: 'Building 10,000 codes again, none changed, against the first time',
    figure: (results) => quotient(rebuilt(results, MANY)?.unchangedSeconds, built(results, MANY)?.seconds),
    most: 0.25,
    shown: times,
  },
  {
    name: 'Growth exponent of building from 1,000 to 10,000 codes',
    figure: (results) => exponent(built(results, SOME), built(results, MANY)),
    most: 0.75,
    target: 0.7,
    shown: (figure) => figure.toFixed(2),
  },
  {
    name: 'Bytes of memory in which 10,000 codes are built, at most at one moment',
    figure: (results) => built(results, MANY)?.peakBytes,
    most: 900_000_000,
    target: 750_000_000,
    shown: bytes,
  },
  {
    name: 'Checking 10,000 codes against JSON.parse and Zod alone',
    figure: ({ check: { large, ratio } }) => (large.codes === MANY ? ratio : undefined),
    most: 4.5,
    target: 3,
    shown: times,
  },
  {
    name: 'Comparing two registries of 10,000 codes against loading one',
    figure: ({ comparisons }) => comparisons.find(({ codes }) => codes === MANY)?.ratio,
    most: 3,
    shown: times,
  },
  {
    name: "Requests of a code's page",
    figure: ({ weights }) => most(weights.map(({ weight }) => weight.requests)),
    most: 3,
    shown: String,
  },
  {
    name: "Bytes of a code's page with what it loads, compressed",
    figure: ({ weights }) => most(weights.map(({ weight }) => weight.bytes)),
    most: 14 * 1024,
    shown: bytes,
  },
  {
    name: "Bytes by which a code's page differs between registries",
    figure: ({ weights }) => {
      const sizes = weights.map(({ weight }) => weight.bytes);
      return sizes.length > 1 ? Math.max(...sizes) - Math.min(...sizes) : undefined;
    },
    most: 160,
    target: 16,
    shown: bytes,
  },
  {
    name: 'Bytes of the largest page of 10,000 codes, uncompressed',
    figure: (results) => built(results, MANY)?.largestPage,
    most: 150_000,
    shown: bytes,
  },
  {
    name: 'Bytes that a search in 10,000 codes loads before its first answer, compressed',
    figure: ({ searches }) => searches.find(({ codes }) => codes === MANY)?.firstBytes,
    most: 300 * 1024,
    shown: bytes,
  },
  {
    name: 'The slowest keystroke of a search in 10,000 codes against reading its index',
    figure: ({ searches }) => {
      const search = searches.find(({ codes }) => codes === MANY);
      return quotient(search?.keystroke.slowest, search?.reading);
    },
    most: 0.25,
    shown: times,
  },
];

/** What was measured of a limit. */
export interface Verdict {
  limit: Limit;
  figure: number | undefined;
  isHeld: boolean;
}

/** Each limit with what these results say of it; one that was not measured is held. */
export function verdictsOn(results: Results): Verdict[] {
  return LIMITS.map((limit) => {
    const figure = limit.figure(results);
    return { limit, figure, isHeld: figure === undefined || figure <= limit.most };
  });
}

/** A line for each verdict; `before` has the figures of an earlier run on the same machine. */
export function formatVerdicts(
  verdicts: readonly Verdict[],
  before: Readonly<Partial<Record<string, number>>> = {},
): string[] {
  const lines = verdicts.map(({ limit, figure, isHeld }) => {
    if (figure === undefined) return `  –     ${limit.name}: not measured.`;
    const earlier = before[limit.name];
    const parts = [
      `the limit is ${limit.shown(limit.most)}`,
      ...(limit.target === undefined ? [] : [`the target ${limit.shown(limit.target)}`]),
      ...(earlier === undefined ? [] : [`it was ${limit.shown(earlier)} before`]),
    ];
    return `${isHeld ? 'within' : 'OVER  '}  ${limit.name}: ${limit.shown(figure)}; ${parts.join(', ')}.`;
  });
  const over = verdicts.filter(({ isHeld }) => !isHeld).length;
  return [...lines, '', over === 0 ? 'Every limit is held.' : `${over} of ${verdicts.length} limits are exceeded.`];
}

/** By which power of the number of codes the time grows. */
export function exponent(from: Built | undefined, to: Built | undefined): number | undefined {
  return from && to && Math.log(to.seconds / from.seconds) / Math.log(to.codes / from.codes);
}

/** How many times as long as another program a first build takes. */
export function against(results: Results, peer: string, codes: number): number | undefined {
  const builds = results.peers.find(({ name }) => name === peer)?.builds;
  return quotient(built(results, codes)?.seconds, builds?.find((it) => it.codes === codes)?.seconds);
}

function built({ builds }: Results, codes: number): Built | undefined {
  return builds.find((it) => it.codes === codes);
}

function rebuilt({ rebuilds }: Results, codes: number) {
  return rebuilds.find((it) => it.codes === codes);
}

function quotient(figure: number | undefined, by: number | undefined): number | undefined {
  return figure === undefined || by === undefined ? undefined : figure / by;
}

function most(figures: readonly number[]): number | undefined {
  return figures.length > 0 ? Math.max(...figures) : undefined;
}

function times(figure: number): string {
  return `× ${figure.toFixed(2)}`;
}

function bytes(figure: number): string {
  return figure.toLocaleString('en');
}
