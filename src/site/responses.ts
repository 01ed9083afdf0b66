import { type Code, type Envelope, type ExampleResponse, envelopeOf, examplesOf, responseText } from '../index.ts';
import { highlightResponse } from './highlight.ts';
import { type SiteApi, urls } from './site.ts';

/** An example response, ready to show. */
export interface ShownExample {
  name: string;
  html: string;
}

const shown = new Map<string, string>();

/** The example responses of a code; each distinct one is highlighted once for the whole site. */
export function shownExamples(api: SiteApi, code: Code): ShownExample[] {
  return examplesOf(api, code, urls.absolute(urls.code(api.id, code.code))).map(({ name, response }) => ({
    name,
    html: highlightOnce(response),
  }));
}

function highlightOnce(response: ExampleResponse): string {
  const text = responseText(response);
  const html = shown.get(text) ?? highlightResponse(response);
  shown.set(text, html);
  return html;
}

/** An envelope with the first code that answers with it, as its example. */
export interface ShownEnvelope {
  name: string;
  envelope: Envelope;
  example: ShownExample | undefined;
}

/** The envelopes of an API, or the one with a name. */
export function shownEnvelopes(api: SiteApi, only?: string): ShownEnvelope[] {
  return Object.entries(api.envelopes)
    .filter(([name]) => only === undefined || name === only)
    .map(([name, envelope]) => {
      const code = api.codes.find((it) => envelopeOf(api, it) === envelope && it.fields.length === 0 && !it.retired);
      return { name, envelope, example: code && shownExamples(api, code)[0] };
    });
}
