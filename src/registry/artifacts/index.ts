import type { ApiArtifact, CodeArtifact } from './artifact.ts';
import { codeJson } from './code-json.ts';
import { errorsJson } from './errors-json.ts';
import { go } from './go.ts';
import { python } from './python.ts';

/** Every artifact of an API, in the order in which they are listed. */
export const apiArtifacts: readonly ApiArtifact[] = [errorsJson, python, go];

/** Every artifact of one code. */
export const codeArtifacts: readonly CodeArtifact[] = [codeJson];
