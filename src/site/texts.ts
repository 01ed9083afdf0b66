import { counted, documentTexts } from '../index.ts';
import { decodeTexts } from './texts/decode.ts';
import { pageTexts } from './texts/pages.ts';
import { releaseTexts } from './texts/releases.ts';
import { scriptTexts } from './texts/scripts.ts';
import { searchTexts } from './texts/search.ts';

/** Components, which import nothing of the core, take it from here. */
export { counted };

/*
 * All texts of the interface: those of documents, which Markdown and terminal share with the pages, and those of the site alone.
 * What a registry says is not here: it is shown in its own words.
 */

export const texts = {
  ...documentTexts,
  ...pageTexts,
  ...releaseTexts,
  ...scriptTexts,
  ...decodeTexts,
  ...searchTexts,
  changes: { ...documentTexts.changes, ...releaseTexts.changes },
  api: { ...documentTexts.api, ...pageTexts.api },
  code: { ...documentTexts.code, ...pageTexts.code },
  support: { ...documentTexts.support, ...scriptTexts.support },
  table: { ...documentTexts.table, ...pageTexts.table },
  /** The words beside a code: where it is in its lifecycle, and what is new about it. */
  marks: { ...documentTexts.lifecycle, ...pageTexts.news },
};
