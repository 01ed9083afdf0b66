import type { Compared } from './compare.ts';
import type { Searched } from './search.ts';
import type { Weight } from './weigh.ts';

/** All that one bench found. */
export interface Results {
  machine: Machine;
  /** By ascending number of codes; the first is the registry of one code, whose build is all start-up. */
  builds: Built[];
  /** Builds into the output of the one before, of each registry but that of one code. */
  rebuilds: Rebuilt[];
  check: Checks;
  /** The comparison of two states of each registry but that of one code. */
  comparisons: Compared[];
  /** A code's page in each registry that is large enough to have it. */
  weights: { codes: number; weight: Weight }[];
  /** The search of each site but that of one code. */
  searches: Searched[];
  /** Other programs that are installed here. */
  peers: PeerBuilds[];
}

/** Where it was measured. */
export interface Machine {
  node: string;
  platform: string;
  arch: string;
  processor: string;
  processors: number;
  /** How many processes wanted a processor before the bench began (0 where the system doesn't tell). */
  load: number;
}

/** The first builds of one registry. */
export interface Built {
  codes: number;
  runs: number;
  /** The medians of the runs. */
  seconds: number;
  cpuSeconds: number;
  /** The highest of the runs. */
  peakBytes: number;
  pages: number;
  outputBytes: number;
  /** The bytes of the largest page, uncompressed and without what it loads. */
  largestPage: number;
}

/** The builds of one registry after the first: the medians of the runs. */
export interface Rebuilt {
  codes: number;
  runs: number;
  unchangedSeconds: number;
  /** After one code got another meaning. */
  changedSeconds: number;
}

/** The checks of one registry: the medians of the runs. */
export interface Checked {
  codes: number;
  seconds: number;
  cpuSeconds: number;
}

/** Checks of the smallest and of the largest registry, and a bare `JSON.parse` plus Zod of the largest, by turns. */
export interface Checks {
  runs: number;
  small: Checked;
  large: Checked;
  bare: Checked;
  /** The median of what a check takes of the bare one in the same round. */
  ratio: number;
}

/** The builds of another program, whose site is a page for each code and nothing else. */
export interface PeerBuilds {
  name: string;
  version: string;
  builds: { codes: number; runs: number; seconds: number }[];
}
