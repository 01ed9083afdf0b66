/** The languages that snippets are written in, in the order in which they are shown. */
export const SNIPPET_LANGUAGES = ['typescript', 'python', 'go', 'curl'] as const;

export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];

/** What a client does about one code, in one language; a function `send` that takes a request. */
export interface Snippet {
  language: SnippetLanguage;
  /** Without a line end at its end. Go's has no imports, because Go's tools add them. */
  text: string;
}
