import { type Code, envelopeCodes, envelopeTables, examplesOf, plainestCode } from '../index.ts';
import { blocksHtml } from './document-html.ts';
import { highlightResponse } from './highlight.ts';
import type { SiteApi } from './site.ts';

/** An example response, ready to show. */
export interface ShownExample {
  name: string;
  html: string;
}

/** The example responses of a code. */
export function shownExamples(api: SiteApi, code: Code): ShownExample[] {
  const { urls } = api;
  return examplesOf(api, code, urls.absolute(urls.code(api.id, code.code))).map(({ name, response }) => ({
    name,
    html: highlightResponse(response),
  }));
}

/** An envelope with an example: the response of the first code that adds nothing to it. */
export interface EnvelopeSection {
  name: string;
  /** HTML, with paragraphs. */
  meaning: string | undefined;
  example: ShownExample | undefined;
  /** Its fields and headers, as HTML. */
  tables: string;
}

/** The envelopes of an API, or the one with a name. */
export function envelopeSections(api: SiteApi, only?: string): EnvelopeSection[] {
  return Object.entries(api.envelopes)
    .filter(([name]) => only === undefined || name === only)
    .map(([name, envelope]) => {
      const code = plainestCode(api, envelope);
      const [example] = code ? shownExamples(api, code) : [];
      return {
        name,
        meaning: envelope.meaning && api.block(envelope.meaning),
        example: example && { ...example, name: '' },
        tables: blocksHtml([...envelopeCodes(api, name), ...envelopeTables(envelope)], { api, linked: true }),
      };
    });
}
