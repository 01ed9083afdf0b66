import type { ApiArtifact, CodeArtifact, DomainArtifact, GuideArtifact } from './artifact.ts';
import { codeJson } from './code-json.ts';
import { errorsJson } from './errors-json.ts';
import { go } from './go.ts';
import { handlerTs } from './handler.ts';
import { jsonSchema } from './json-schema.ts';
import { apiMarkdown, llms, llmsFull } from './markdown/api.ts';
import { changesMarkdown } from './markdown/changes.ts';
import { codeMarkdown } from './markdown/code.ts';
import { domainMarkdown } from './markdown/domain.ts';
import { guideMarkdown } from './markdown/guide.ts';
import { openApi } from './openapi.ts';
import { problemTypes } from './problem-types.ts';
import { python } from './python.ts';
import { typescript } from './typescript.ts';
import { zod } from './zod.ts';

export type { ApiArtifact, CodeArtifact, DomainArtifact, GuideArtifact, Links } from './artifact.ts';
export { type PartOf, type Places, takingParts } from './code-parts.ts';
export { errorsSchema } from './errors-schema.ts';
export { handlerOf } from './handler.ts';
export { GENERATORS, isGenerator, withFrontMatter } from './markdown/front-matter.ts';
export type { Runtimes } from './runtime.ts';
export { conditionOf, type SharedSnippets, sharedSnippets, snippetsOf } from './snippets/index.ts';
export { inShell } from './snippets/quote.ts';
export { SNIPPET_LANGUAGES, type Snippet, type SnippetLanguage } from './snippets/snippet.ts';

/** Every artifact of an API, in the order in which they are listed. */
export const apiArtifacts: readonly ApiArtifact[] = [
  errorsJson,
  apiMarkdown,
  changesMarkdown,
  llms,
  llmsFull,
  typescript,
  zod,
  handlerTs,
  python,
  go,
  jsonSchema,
  openApi,
  problemTypes,
];

/** Every artifact of one code. */
export const codeArtifacts: readonly CodeArtifact[] = [codeMarkdown, codeJson];

/** Every artifact of one domain. */
export const domainArtifacts: readonly DomainArtifact[] = [domainMarkdown];

/** Every artifact of one guide. */
export const guideArtifacts: readonly GuideArtifact[] = [guideMarkdown];
