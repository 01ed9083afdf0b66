import type { Api, Code } from '../registry.ts';

/** Where the pages of an API stand: absolute addresses where the site's is known, else paths under the base path. */
export interface Links {
  /** The API's page, with a slash at the end; artifacts stand below it. */
  api: string;
  /** The page of a code. */
  code(code: string): string;
}

/** What every artifact says of itself. */
interface About {
  /** How the command line names it. */
  id: string;
  /** Its Content-Type on the site. */
  mediaType: string;
  /** What it is for, in a sentence. */
  summary: string;
}

/** A file derived from a whole API: the same registry gives the same bytes. */
export interface ApiArtifact extends About {
  /** Relative to the API's address. */
  path: string;
  make(api: Api, links: Links): string;
}

/** A file derived from one code of an API. */
export interface CodeArtifact extends About {
  /** Relative to the API's address. */
  pathOf(code: Code): string;
  makeFor(api: Api, code: Code, links: Links): string;
}

/** JSON as every artifact writes it: two spaces, and a line end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
