import registry from 'virtual:errorbook/registry';
import { decodeIndex } from '../../index.ts';
import { plainParts } from '../../site/prose-tree.ts';
import { site } from '../_site.ts';

/** What the decoder knows, made once for all of its parts. */
export const index = decodeIndex(registry, {
  apiHref: ({ id }) => site.urls.api(id),
  codeHref: ({ id }, { code }) => site.urls.code(id, code),
  prose: plainParts,
});
