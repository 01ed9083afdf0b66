import { type Code, envelopeOf, examplesOf } from '../index.ts';
import { type FieldRow, fieldRows } from './rows.ts';
import type { SiteApi } from './site.ts';
import { type HeaderRow, headerRows } from './tables.ts';

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
    html: api.highlight(response),
  }));
}

/** An envelope with an example: the response of the first code that adds nothing to it. */
export interface EnvelopeSection {
  name: string;
  /** HTML, with paragraphs. */
  meaning: string | undefined;
  example: ShownExample | undefined;
  fields: FieldRow[];
  headers: HeaderRow[];
}

/** The envelopes of an API, or the one with a name. */
export function envelopeSections(api: SiteApi, only?: string): EnvelopeSection[] {
  return Object.entries(api.envelopes)
    .filter(([name]) => only === undefined || name === only)
    .map(([name, envelope]) => {
      const code = api.codes.find((it) => envelopeOf(api, it) === envelope && it.fields.length === 0 && !it.retired);
      const [example] = code ? shownExamples(api, code) : [];
      return {
        name,
        meaning: envelope.meaning && api.block(envelope.meaning),
        example: example && { ...example, name: '' },
        fields: fieldRows(api, envelope.fields),
        headers: headerRows(api, envelope),
      };
    });
}
