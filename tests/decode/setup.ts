import assert from 'node:assert/strict';
import { type DecodeIndex, decode, decodeIndex, type Explanation, packed, unpacked } from '../../src/decode/index.ts';
import type { Registry } from '../../src/index.ts';
import { OURS, registryIn } from '../helpers/registry.ts';

export const registry = await registryIn(OURS);

/** The decoder's index of a registry, as a browser gets it: packed, through JSON. */
export function indexOf(of: Registry): DecodeIndex {
  const index = builtIndexOf(of);
  return { ...index, apis: index.apis.map((api) => unpacked(JSON.parse(JSON.stringify(packed(api))))) };
}

/** The decoder's index of a registry, as the build makes it. */
export function builtIndexOf(of: Registry): DecodeIndex {
  return decodeIndex(of, {
    apiHref: ({ id }) => `/${id}/`,
    codeHref: ({ id }, { address }) => `/${id}/errors/${address}/`,
    prose: (markdown) => markdown.split('`'),
  });
}

export const index = indexOf(registry);

/** A moment for all tests: 2026-03-14 09:26:53 UTC. */
export const NOW = Date.UTC(2026, 2, 14, 9, 26, 53);

/** The first error in a paste. */
export function explanationOf(paste: string): Explanation {
  const [first] = decode(paste, index, NOW).explanations;
  assert.ok(first);
  return first;
}

/** Random numbers that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
