import { oncePer } from '../../model/once.ts';
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
  const { snippets, put } = sharedSnippets(api, code);
  return snippets.map(({ language, text }) => ({ language, text: put(text) }));
}

/** Snippets with a word in the place of the code. */
export interface SharedSnippets {
  /** The same objects for all codes of an API whose snippets differ in nothing but the code. */
  snippets: readonly Snippet[];
  /** Puts the code into the text of one of them, or into that text as HTML. */
  put(text: string): string;
}

/** The snippets of a code before the code is put into them: thousands of codes have a few dozen of these. */
export function sharedSnippets(api: Api, code: Code): SharedSnippets {
  const facts = shownFacts(api, code);
  const shared = facts && withoutCode(facts);
  if (!shared) return { snippets: facts ? written(facts) : [], put: (text) => text };
  const { key, standIn, value } = shared;
  const known = knownSnippets(api);
  const snippets = known.get(key) ?? written(shared.facts);
  if (known.size < MOST_SHARED) known.set(key, snippets);
  return { snippets, put: (text) => text.replaceAll(standIn, value) };
}

/** More are not remembered: in registries with an operation for each code, no two codes share their snippets. */
const MOST_SHARED = 1_000;

const knownSnippets = oncePer((_: Api) => new Map<string, Snippet[]>());

/** Codes that are quoted like any other of their length, in each language and in HTML. */
const PLAIN = /^[A-Za-z]\w{7,}$/;

/** Facts with a word in the place of the code, as long because lines break by it; undefined where snippets must see the code itself. */
function withoutCode({ identity, ...facts }: Facts) {
  if (identity.by !== 'code' || identity.name !== undefined || facts.needle !== undefined) return undefined;
  const value = String(identity.value);
  if (!PLAIN.test(value)) return undefined;
  const standIn = 'Q'.padEnd(value.length, 'q');
  const shared: Facts = { ...facts, identity: { ...identity, value: standIn } };
  const key = JSON.stringify(shared);
  // a text of the registry may hold that word too
  return key.split(standIn).length > 2 ? undefined : { facts: shared, key, standIn, value };
}

function written(facts: Facts): Snippet[] {
  return SNIPPET_LANGUAGES.map((language) => ({ language, text: WRITERS[language](facts) }));
}

function shownFacts(api: Api, code: Code): Facts | undefined {
  const facts = factsOf(api, code);
  if (!facts || !hasLogic(facts)) return undefined;
  return facts.format === 'json' ? facts : { ...facts, after: { ...facts.after, field: undefined } };
}
