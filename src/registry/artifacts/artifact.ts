/** A file derived from the registry. */
export interface Artifact {
  /** Relative to the API's address. */
  path: string;
  text: string;
}
