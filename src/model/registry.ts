import type { Change, VersionStep } from './change.ts';
import type { GuideComponentName } from './guide.ts';
import type { StatusFamily } from './http.ts';
import type { CodeStyle, Limit, StateGroup, Support } from './schema/api.ts';
import type { Approval } from './schema/approval.ts';
import type { EndOfLife, Fault, Overrides } from './schema/code.ts';
import type { Envelope } from './schema/envelope.ts';
import type { Field } from './schema/field.ts';
import type { Retry } from './schema/retry.ts';

/*
 * A registry that passed its checks: whole, public (internal codes are gone), and plain data, so that it can be
 * written down as JSON and read again.
 */

export interface Registry {
  apis: Api[];
  /** The bodies of all guides by `api/guide`, in MDX: exactly what was checked, so that nothing else is compiled. */
  guideBodies: Record<string, string>;
}

export interface Api {
  /** The folder's name, and the first part of its addresses. */
  id: string;
  title: string;
  summary: string;
  version?: string | undefined;
  baseUrl?: string | undefined;
  /** Where the folder's files can be read, with a slash at the end. */
  source?: string | undefined;
  /** Where callers get help. */
  support?: Support | undefined;
  codeStyle: CodeStyle;
  /** False where bodies carry no code: entries are then told apart by status and message. */
  sendsCodes: boolean;
  /** By name; an API with one envelope has it under `default`. */
  envelopes: Record<string, Envelope>;
  domains: Domain[];
  /** In the order of the domains. */
  codes: Code[];
  /** The statuses in use and those that the API declares, ascending, names last. */
  statuses: Status[];
  unknownCodes?: { retry: Retry; meaning: string } | undefined;
  states: Record<string, StateGroup>;
  scopes: Record<string, { meaning: string }>;
  limits: Limit[];
  guides: Guide[];
  /** The published states of the API, newest first. */
  releases: Release[];
}

/** A published state of an API: what changed with it. */
export interface Release {
  /** Such as `2026-12`; also the fragment of its section on the page of changes. */
  name: string;
  /** The day of the release, such as `2026-12-01`. */
  date: string;
  /** The first release of an API says what there is; nothing changed with it. */
  first: boolean;
  /** How many public codes there are with it. */
  codes: number;
  step: VersionStep;
  /** Without what concerns codes that are internal now. */
  changes: Change[];
  /** The breaking changes among them that the team had approved. */
  approved: Approval[];
}

export interface Domain {
  id: string;
  title: string;
  summary?: string | undefined;
  /** A name under the API's envelopes; none where its codes have no body. */
  envelope?: string | undefined;
  /** The codes by their spelling, in order. */
  codes: string[];
}

export interface Status {
  status: number | string;
  /** The reason phrase or the declared title. */
  title: string;
  family: StatusFamily;
  /** What the API says of it. */
  meaning?: string | undefined;
}

export interface Guide {
  id: string;
  title: string;
  summary: string;
  /** Its body; missing if only a release of the API is known. */
  parts?: GuidePart[] | undefined;
}

/** A part of a guide's body: Markdown, or a component with its attributes. */
export type GuidePart =
  | { kind: 'markdown'; markdown: string }
  /** The depth of the first level below the title is 2. */
  | { kind: 'heading'; depth: number; markdown: string }
  | { kind: 'program'; language: string; text: string }
  | { kind: 'component'; name: GuideComponentName; attributes: Record<string, string> };

export interface Code {
  code: string;
  /** The part of its address that stands for it. */
  address: string;
  domain: string;
  title?: string | undefined;
  /** At least one; the first is the usual one. */
  statuses: Status[];
  message?: string | undefined;
  meaning: string;
  remediation: string[];
  retry: Retry;
  fault: Fault;
  causes: string[];
  fields: Field[];
  headers: Record<string, { value: string; meaning?: string | undefined }>;
  /** Values for each example by name; one without a name where the entry gives none. */
  examples: { name: string; overrides: Overrides }[];
  operations: { operation: string; meaning?: string | undefined }[];
  states: string[];
  related: string[];
  links: { title: string; href: string }[];
  /** Other spellings; their addresses forward to this code's. */
  aliases: Alias[];
  /** From the entry, else the first release that has the code. */
  since?: string | undefined;
  deprecated?: EndOfLife | undefined;
  retired?: EndOfLife | undefined;
  reserved: boolean;
  /** The file that holds the entry, relative to the registry's folder; and its line where the API has a `source`. */
  file: string;
  line?: number | undefined;
}

/** Another spelling under which a code was known. */
export interface Alias {
  code: string;
  /** The part of its address that stands for it. */
  address: string;
  since?: string | undefined;
  reason?: string | undefined;
}
