import type { Api, Code } from '../../model/registry.ts';
import { inCurlOf } from './curl.ts';
import { type Facts, factsOf } from './facts.ts';
import { inGoOf } from './go.ts';
import { hasLogic } from './purpose.ts';
import { inPythonOf } from './python.ts';
import type { Snippet, SnippetLanguage } from './snippet.ts';
import { SNIPPET_LANGUAGES } from './snippet.ts';
import { inTypeScriptOf } from './typescript.ts';

const WRITERS: Record<SnippetLanguage, (facts: Facts) => string> = {
  typescript: inTypeScriptOf,
  python: inPythonOf,
  go: inGoOf,
  curl: inCurlOf,
};

export { conditionOf } from './condition.ts';

/**
 * What a client does about a code, as its policy asks, in each language. Empty where a client only has to recognize the code,
 * which {@link conditionOf} says in a sentence, and where the code has no HTTP status from 400 on.
 */
export function snippetsOf(api: Api, code: Code): Snippet[] {
  const facts = factsOf(api, code);
  if (!facts || !hasLogic(facts)) return [];
  const shown = facts.format === 'json' ? facts : { ...facts, after: { ...facts.after, field: undefined } };
  return SNIPPET_LANGUAGES.map((language) => ({ language, text: WRITERS[language](shown) }));
}
