import type { Api } from './registry.ts';

/**
 * The public state of one API at one moment: two of which are compared. It is made from files, whole or not, or from
 * the API's releases.
 */
export interface Snapshot {
  api: Api;
  /** Codes that are in the files as internal. */
  internal: readonly string[];
  /** Codes whose entries could not be read, so that nothing can be said of them. */
  unread: readonly string[];
  /** False where a file could not be read, so that what seems to be missing may be there. */
  whole: boolean;
  /** True where the API's own file could not be read whole, so that its codes alone can be compared. */
  codesAlone?: boolean;
}
