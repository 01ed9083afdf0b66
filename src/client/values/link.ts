/** A value that a link carries. */
export interface LinkValue {
  name: string;
  value: string;
}

/** What a link carries, within bounds, because anyone can write a link. */
export interface LinkValues {
  values: LinkValue[];
  /** How many more values the link has than are shown. */
  left: number;
  /** The fragment is so long that nothing of it is read. */
  tooLong: boolean;
}

export const LONGEST_FRAGMENT = 64 * 1024;
export const MOST_VALUES = 100;

/**
 * The values in the fragment of an address, such as `#requestId=req_1&scope=stream%3Agolive`, encoded as in a query.
 * Undefined if the fragment is a place on the page. What is encoded badly is kept as it is; nothing makes this throw.
 */
export function linkValues(fragment: string): LinkValues | undefined {
  const text = fragment.replace(/^#/, '');
  if (!text.includes('=')) return undefined;
  if (text.length > LONGEST_FRAGMENT) return { values: [], left: 0, tooLong: true };
  const all = [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));
  return { values: all.slice(0, MOST_VALUES), left: Math.max(0, all.length - MOST_VALUES), tooLong: false };
}
