import type { Options } from '../flags.ts';
import { UsageError } from '../io.ts';

/** One of the parts into which the build of a site is divided. */
export interface Shard {
  /** Which one, from 1. */
  part: number;
  /** How many there are, from 2. */
  of: number;
}

/** More would take longer to start than to build. */
const MOST_PARTS = 1_000;

/** The part that `--shard` names; undefined for a whole build, as which a single part counts. Throws a {@link UsageError} for what can't be. */
export function shardOption({ shard }: Options): Shard | undefined {
  if (shard === undefined) return undefined;
  const [part = 0, of = 0] = /^[1-9]\d*\/[1-9]\d*$/.test(shard) ? shard.split('/').map(Number) : [];
  if (of === 0 || part > of || of > MOST_PARTS)
    throw new UsageError(
      `--shard takes a part and the number of parts, such as 2/8 and at most ${MOST_PARTS.toLocaleString('en')}, not \`${shard}\`.`,
    );
  return of === 1 ? undefined : { part, of };
}

/** Whether the part gets what is at this place of a list, from 0. Neighbors, which are alike, go to different parts. */
export function isIn(shard: Shard | undefined, index: number): boolean {
  return shard === undefined || index % shard.of === shard.part - 1;
}

/** What picks the pages of a part, called with each in turn. What else there is, such as the team's logo, is in every part. */
export function pagesOf(shard: Shard | undefined): (page: { isPage: boolean }) => boolean {
  let pages = 0;
  return ({ isPage }) => !isPage || isIn(shard, pages++);
}
