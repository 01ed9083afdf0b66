import { handlerOf } from '../snippets/handler.ts';
import type { ApiArtifact } from './artifact.ts';

/** A client that does about each code what its policy says. */
export const handlerTs: ApiArtifact = {
  id: 'handler',
  path: 'handler.ts',
  mediaType: 'text/plain; charset=utf-8',
  summary: "A client's handling of every code, in TypeScript.",
  make: handlerOf,
};
