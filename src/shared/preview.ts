import type { Api, Change } from '../index.ts';

/** What a preview knows beside the registry: what changed, and how it was. */
export interface Preview {
  /** What the registry was compared with, to be put after “against”. */
  against: string;
  /** What the reader must know of the comparison. */
  notes: string[];
  /** How many changes there are, and the version step that they ask for, in a sentence each. */
  counts: string;
  step: string;
  /** By API, level, code. */
  changes: PreviewChange[];
  /** The APIs as they were; of their codes, those that changed. */
  before: Api[];
}

/** A change as a preview shows it. */
export interface PreviewChange extends Change {
  /** Why its rule has its level. */
  reason: string;
  /** For an approved change: why the team makes it, and the last day of the approval. */
  approval?: { reason: string; until: string } | undefined;
}
