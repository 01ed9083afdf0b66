import { readContracts } from '../cli/contracts.ts';
import { check, compare, type SourceFile } from '../index.ts';
import { edited } from './generate.ts';
import { median, processorTime } from './times.ts';

/** What comparing two states of one registry takes, beside loading one of them. */
export interface Compared {
  codes: number;
  runs: number;
  /** How many changes there are between the two. */
  changes: number;
  /** Milliseconds of the processor: the medians of the runs. */
  loading: number;
  comparing: number;
  /** The median of what comparing takes of the loading in the same run. */
  ratio: number;
}

const RUNS = 7;

/** Loads a generated registry and compares it with one in which every code has changed, by turns, in this process. */
export async function compareStates(folder: string, codes: number): Promise<Compared> {
  const sources = (await readContracts(folder)).map((source): SourceFile => ({ ...source, text: edited(source.text) }));
  const after = check(sources).snapshots();
  const runs: { loading: number; comparing: number; changes: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = processorTime();
    const before = check(await readContracts(folder)).snapshots();
    const loaded = processorTime();
    const changes = compare(before, after).length;
    runs.push({ loading: loaded - started, comparing: processorTime() - loaded, changes });
  }
  return {
    codes,
    runs: RUNS,
    changes: runs[0]!.changes,
    loading: median(runs.map(({ loading }) => loading)),
    comparing: median(runs.map(({ comparing }) => comparing)),
    ratio: median(runs.map(({ loading, comparing }) => comparing / loading)),
  };
}
