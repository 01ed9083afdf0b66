import type { SearchLabels } from '../../shared/search-index.ts';
import type { Answer } from './engine.ts';

/** What a page asks its worker. */
export interface Question {
  id: number;
  /** The address of the index's first part. */
  index: string;
  text: string;
}

/** What the worker says: an answer, that there is none, or that all texts are there and questions may be asked again. */
export type Reply =
  | { id: number; labels: SearchLabels; answer: Answer }
  | { id: number; failed: true }
  | { complete: true };
