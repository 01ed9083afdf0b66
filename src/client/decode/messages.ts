import type { Decoded } from '../../browser.ts';

/** A text for the worker to decode. */
export interface Question {
  id: number;
  /** The address of the index's first part. */
  index: string;
  /** Undefined where there is nothing to decode yet, so that the first part is there before somebody pastes. */
  text: string | undefined;
  /** The moment from which waiting times are counted, in milliseconds since 1970. */
  now: number;
}

export interface Answer {
  id: number;
  decoded: Decoded;
  /** True where the text is longer than what is read. */
  isCut: boolean;
  /** What was read, without its secrets, for a link, and how many of each kind it had. */
  clean: string;
  removed: { kind: string; count: number }[];
}

export type Reply = Answer | { id: number; failed: true };
