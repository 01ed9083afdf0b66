import type { CodeSection } from '../model/addresses.ts';
import type { ExampleResponse } from '../model/envelope/example.ts';
import type { NotableLifecycle } from '../model/lifecycle.ts';
import type { Code, Status } from '../model/registry.ts';
import type { RetryPolicy } from '../model/schema/retry.ts';

/*
 * What a page says, as data: HTML, Markdown, the terminal and the preview's sides render the same document, each in its own
 * way. Texts of a registry stay Markdown until then, and a code is named by its spelling: only a renderer knows addresses.
 */

export interface Document {
  title: Inline;
  /** What people call a code; or, below a title, its name in the docs. */
  subtitle: Content | undefined;
  /** Lines below the title, such as earlier spellings of a code. */
  lines: Content[];
  facts: Fact[];
  notices: Notice[];
  /** What is above the first section. */
  lead: Block[];
  sections: Section[];
}

/** A property with one or more values, such as the status. */
export interface Fact {
  id: string;
  label: string;
  values: Content[];
}

/** What a reader must know before anything else: where the code is in its lifecycle. */
export interface Notice {
  kind: NotableLifecycle;
  text: string;
  /** Markdown. */
  reason: string | undefined;
  /** The code that takes its place. */
  replacedBy: string | undefined;
}

export interface Section<Id extends string = string> {
  /** Unique in its document, and the fragment of its heading. */
  id: Id;
  title: string;
  blocks: Block[];
}

export type Block =
  | { kind: 'prose'; markdown: string }
  /** A heading below the document's own, which has the depth 1. */
  | { kind: 'heading'; depth: number; content: Content }
  | { kind: 'paragraph'; content: Content }
  | { kind: 'list'; ordered: boolean; items: Content[] }
  | Table
  | { kind: 'responses'; examples: Example[] }
  | { kind: 'codes'; codes: CodeLink[] }
  /** A program or a message, as it is. */
  | { kind: 'program'; language: string; text: string };

export interface Table {
  kind: 'table';
  /** What it holds, for those who don't see what is around it. */
  label: string;
  heads: string[];
  /** The first cell of a row heads it. */
  rows: Content[][];
}

/** A link to a code, with where it is in its lifecycle and a line about it. */
export interface CodeLink {
  code: string;
  lifecycle: NotableLifecycle | undefined;
  line: Inline | undefined;
}

/** A response to be shown; the name is empty where there is only one. */
export interface Example {
  name: string;
  response: ExampleResponse;
}

/** The content of a paragraph, an item or a cell, in order and with nothing in between. */
export type Content = readonly Inline[];

export type Inline =
  /** Plain text, shown as it is. */
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  /** A mark beside a name. */
  | { kind: 'mark'; text: string }
  /** The JSON type of a field, and what else holds for its value. */
  | { kind: 'type'; text: string }
  /** A text to be set as code. */
  | { kind: 'literal'; text: string }
  /** A text of the registry on one line. */
  | { kind: 'prose'; markdown: string }
  /** A name, set as code, and what it means. */
  | { kind: 'term'; name: string; meaning: string | undefined }
  /** A code of the API. */
  | { kind: 'code'; code: string }
  /** A code of another version of the API, which is another API of the registry. */
  | { kind: 'version-code'; api: string; code: string }
  /** A state of the API, in the group with this id where it is known. */
  | { kind: 'state'; state: string; group: string | undefined }
  /** The name of a state where it is explained. */
  | { kind: 'state-name'; state: string; group: string }
  | { kind: 'status'; status: Status }
  /** Every code with a status. */
  | { kind: 'all-of-status'; status: Status; text: string }
  | { kind: 'policy'; policy: RetryPolicy; text: string }
  /** A moment; that of a release leads to what it changed. */
  | { kind: 'moment'; moment: string }
  /** The name of an envelope of the API. */
  | { kind: 'envelope'; envelope: string }
  | { kind: 'domain'; domain: string; text: string }
  /** Another section of the document. */
  | { kind: 'section'; section: CodeSection; text: string }
  /** The list of a domain's codes, which is elsewhere. */
  | { kind: 'codes-of'; domain: string; text: string }
  | { kind: 'guide'; guide: string; text: string }
  | { kind: 'link'; text: string; href: string };

/** What a document takes from who renders it. */
export interface Setting {
  /** The address of a code's page, which example responses may hold. */
  code(code: string): string;
  /** The code with this spelling, or that had it before. */
  named(text: string): Code | undefined;
}

/** Plain text as content. */
export function text(plain: string): Inline {
  return { kind: 'text', text: plain };
}

export function strong(plain: string): Inline {
  return { kind: 'strong', text: plain };
}

export function literal(plain: string): Inline {
  return { kind: 'literal', text: plain };
}

export function prose(markdown: string): Inline {
  return { kind: 'prose', markdown };
}

export function heading(depth: number, ...content: Inline[]): Block {
  return { kind: 'heading', depth, content };
}

export function paragraph(...content: Inline[]): Block {
  return { kind: 'paragraph', content };
}

/** A section, or none if there is nothing in it. */
export function sectionOf<Id extends string>(id: Id, title: string, blocks: readonly Block[]): Section<Id>[] {
  return blocks.length === 0 ? [] : [{ id, title, blocks: [...blocks] }];
}

/** An unordered list, or nothing. */
export function bullets(items: readonly Content[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items: [...items] }];
}
