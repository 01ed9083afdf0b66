import { type Code, type Envelope, type ExampleResponse, examplesOf, plainestCode, responseText } from '../index.ts';
import { highlightResponse } from './highlight.ts';
import { type SiteApi, urls } from './site.ts';

/** An example response, ready to show. */
export interface ShownExample {
  name: string;
  html: string;
}

const shown = new Map<string, string>();

/** The example responses of a code. */
export function shownExamples(api: SiteApi, code: Code): ShownExample[] {
  return examplesOf(api, code, urls.absolute(urls.code(api.id, code.code))).map(({ name, response }) => ({
    name,
    html: responseHtml(response),
  }));
}

/** A response as HTML; each distinct one is highlighted once for the whole site. */
export function responseHtml(response: ExampleResponse): string {
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
      const code = plainestCode(api, envelope);
      return { name, envelope, example: code && shownExamples(api, code)[0] };
    });
}
