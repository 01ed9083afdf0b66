import type { Api, Code } from '../model/registry.ts';
import type { Fault } from '../model/schema/code.ts';
import type { RetryPolicy } from '../model/schema/retry.ts';
import type { Runtimes } from './runtime.ts';

/** Where the pages of an API stand: absolute addresses where the site's is known, else paths under the base path. */
export interface Links {
  /** The API's page, with a slash at the end; artifacts stand below it. */
  api: string;
  /** The page of a code. */
  code(code: string): string;
}

/** The interface's own words, for artifacts that people and agents read: the same as on the pages. */
export interface Words {
  code: {
    status: string;
    fault: string;
    retry: string;
    since: string;
    whatToDo: string;
    causes: string;
    response: string;
    fields: string;
    fieldsLead: string;
    headers: string;
    operations: string;
    states: string;
    seeAlso: string;
    notHttp: string;
    deprecatedSince(since?: string): string;
    retiredSince(since?: string): string;
    reservedNote: string;
    replacedBy: string;
    delay(seconds: number): string;
    wait(seconds: number): string;
    attempts(attempts: number): string;
  };
  api: { envelope: string; handling: string; guides: string; noCodes: string };
  table: {
    code: string;
    field: string;
    type: string;
    meaning: string;
    optional: string;
    always(value: string): string;
  };
  retry: Record<RetryPolicy, { long: string; what: string }>;
  faults: Record<Fault, string>;
  unknownCode: { title: string; standard: string };
}

/** What every artifact says of itself. */
interface About {
  /** How the command line names it. */
  id: string;
  /** Its Content-Type on the site: the one that the name's ending gets on every host. */
  mediaType: string;
  /** What it is for, in a sentence. */
  summary: string;
}

/** A file derived from a whole API: the same registry gives the same bytes. */
export interface ApiArtifact extends About {
  /** Relative to the API's address. */
  path: string;
  make(api: Api, links: Links, words: Words, runtimes: Runtimes): string;
}

/** A file derived from one code of an API. */
export interface CodeArtifact extends About {
  /** Relative to the API's address. */
  pathOf(code: Code): string;
  makeFor(api: Api, code: Code, links: Links, words: Words): string;
}

/** JSON as every artifact writes it: two spaces, and a line end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
