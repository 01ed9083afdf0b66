import type { ApiArtifact, CodeArtifact } from './artifact.ts';
import { codeJson } from './code-json.ts';
import { errorsJson } from './errors-json.ts';
import { apiMarkdown, llms, llmsFull } from './markdown/api.ts';
import { codeMarkdown } from './markdown/code.ts';

/** Every artifact of an API, in the order in which they are listed. */
export const apiArtifacts: readonly ApiArtifact[] = [errorsJson, apiMarkdown, llms, llmsFull];

/** Every artifact of one code. */
export const codeArtifacts: readonly CodeArtifact[] = [codeMarkdown, codeJson];
