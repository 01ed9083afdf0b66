import type { ApiArtifact, CodeArtifact } from './artifact.ts';
import { codeJson } from './code-json.ts';
import { errorsJson } from './errors-json.ts';
import { handlerTs } from './handler-ts.ts';

/** Every artifact of an API, in the order in which they are listed. */
export const apiArtifacts: readonly ApiArtifact[] = [errorsJson, handlerTs];

/** Every artifact of one code. */
export const codeArtifacts: readonly CodeArtifact[] = [codeJson];
