import type { Change } from './change.ts';
import type { Api } from './registry.ts';

/** What is asked of an API about its versions. */
type Versioned = Pick<Api, 'id' | 'versions'>;

/** The version right before an API's own, and what changed since. */
export interface PreviousVersion {
  /** The id of its API. */
  api: string;
  /** What it is called, and what this one is called. */
  from: string;
  to: string;
  changes: Change[];
}

/** The version right before an API's own; undefined for the oldest, and for an API with one version. */
export function previousVersion({ id, versions }: Versioned): PreviousVersion | undefined {
  const place = placeOf({ id, versions });
  const [here, previous] = [versions[place], versions[place + 1]];
  if (!here || !previous?.changes) return undefined;
  return { api: previous.api, from: previous.version, to: here.version, changes: previous.changes };
}

/** Where an API is among its versions, the newest of which is the first; -1 for an API with one version. */
export function placeOf({ id, versions }: Versioned): number {
  return versions.findIndex(({ api }) => api === id);
}

/** Whether there is anything to say of what changed: between releases, or since the version before. */
export function hasChanges(api: Versioned & Pick<Api, 'releases'>): boolean {
  return api.releases.length > 0 || previousVersion(api) !== undefined;
}
