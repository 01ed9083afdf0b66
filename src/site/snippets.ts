import {
  type Code,
  handlerOf,
  oncePer,
  type Runtimes,
  type Snippet,
  type SnippetLanguage,
  sharedSnippets,
} from '../index.ts';
import { highlightSnippet } from './highlight-code.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

/** A snippet, ready to show. */
export interface ShownSnippet {
  language: SnippetLanguage;
  name: string;
  html: string;
}

/** What a client does about a code, in each language; empty if the code is not an HTTP error. */
export function shownSnippets(api: SiteApi, code: Code): ShownSnippet[] {
  const { languages } = api.settings;
  const { snippets, put } = sharedSnippets(api, code);
  const shown = snippets.filter(({ language }) => languages?.includes(language) ?? true);
  return shown.map((snippet) => ({
    language: snippet.language,
    name: texts.languages[snippet.language],
    html: put(highlighted(snippet)),
  }));
}

const highlighted = oncePer(({ text, language }: Snippet) => highlightSnippet(text, language));

/** The longest handler that an API's page shows; a longer one is only for programs, and linked. */
const LONGEST_HANDLER = 20_000;

/** One client for all codes of an API, as HTML; undefined if it is too long to be read. */
export function shownHandler(api: SiteApi, runtimes: Runtimes): string | undefined {
  const text = handlerOf(api, runtimes);
  return text.length > LONGEST_HANDLER ? undefined : highlightSnippet(text.trimEnd(), 'typescript');
}
