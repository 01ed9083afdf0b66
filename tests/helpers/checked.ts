import assert from 'node:assert/strict';
import { type Checked, check, type Registry, type SourceFile } from '../../src/index.ts';

/** An API whose bodies carry a code and nothing else. */
export const API = `title: Parcel Desk API
summary: Sends parcels.
domains: [parcels]
envelope:
  fields:
    - { pointer: /code, type: string, role: code, meaning: Branch on it. }
`;

/** An API whose bodies carry a code and a message. */
export const API_WITH_MESSAGES = `title: Desk API
summary: Takes parcels.
domains: [parcels]
envelope:
  fields:
    - { pointer: /code, type: string, role: code, meaning: Branch on it. }
    - { pointer: /message, type: string, role: message, meaning: For people. }
`;

/** A domain with one code. */
export const PARCELS = `title: Parcels
codes:
  PARCEL_LOST:
    status: 410
    meaning: Nobody has seen the parcel for a month.
    remediation: Ask the desk for the money.
    retry: never
`;

/** Files by path, as a check takes them. */
export function files(texts: Record<string, string>): SourceFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** The files of a registry that people write: all but the releases. */
export function withoutReleases(sources: readonly SourceFile[]): SourceFile[] {
  return sources.filter(({ path }) => !path.includes('/releases/'));
}

/** The registry of files that have nothing wrong. */
export function registryOf(sources: readonly SourceFile[]): Registry {
  const { registry, diagnostics } = check(sources);
  assert.deepEqual(shortly({ diagnostics }), []);
  assert.ok(registry);
  return registry;
}

/** Diagnostics as a list of short lines. */
export function shortly({ diagnostics }: Pick<Checked, 'diagnostics'>): string[] {
  return diagnostics.map(
    ({ file, start, rule, message }) => `${file}:${start.line}:${start.column} ${rule}: ${message}`,
  );
}

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
