import { type Code, type SnippetLanguage, snippetsOf } from '../registry/index.ts';
import { highlightSnippet } from './highlight-code.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

/** A snippet, ready to show. */
export interface ShownSnippet {
  language: SnippetLanguage;
  name: string;
  html: string;
}

/** What a client does about a code, in each language; empty where the code is no error of HTTP. */
export function shownSnippets(api: SiteApi, code: Code): ShownSnippet[] {
  return snippetsOf(api, code).map(({ language, text }) => ({
    language,
    name: texts.languages[language],
    html: highlightSnippet(text, language),
  }));
}
