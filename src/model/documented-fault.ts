import type { Gap } from './gaps.ts';
import type { Fault } from './schema/code.ts';

/** The fault of a code; undefined where the docs state neither it nor the status that it follows from. */
export function documentedFault({
  fault,
  gaps = [],
}: {
  fault: Fault;
  gaps?: readonly Gap[] | undefined;
}): Fault | undefined {
  return gaps.includes('fault') ? undefined : fault;
}
