import type { SearchLabels } from '../../shared/search-index.ts';
import type { Answer } from './engine.ts';

/** What a page wants to know. */
export interface Ask {
  text: string;
  /** The id of the API that the page belongs to; empty where it belongs to none. */
  own: string;
  /** Where there is no text: the addresses chosen before. */
  recent?: string[];
  /** One page of all matches, in place of the best ones. */
  part?: { from: number; count: number };
}

/** A question to the worker. */
export interface Question extends Ask {
  id: number;
  /** The address of the index's first part. */
  index: string;
}

/** What the worker says: an answer, that there is none, or that all texts are there and questions may be asked again. */
export type Reply =
  | { id: number; labels: SearchLabels; answer: Answer }
  | { id: number; failed: true }
  | { complete: true };
