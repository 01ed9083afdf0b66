import { randomBytes } from 'node:crypto';
import { attributeText, escapeHtml } from '../../site/escape.ts';

/** The HTML of a page with places for its texts. */
export interface Template {
  /** What is between the places: one more than there are places. */
  fixed: string[];
  places: { text: number; write: (text: string) => string }[];
}

/** The ways in which Astro writes a text: as HTML, as text, and as the value of an attribute (its `runtime/server`). */
const WAYS: readonly ((text: string) => string)[] = [(html) => html, escapeHtml, attributeText];

/** What each way makes recognizable, and what a component would change that did anything else with the text. */
const SAMPLE = ` &<>"'_.:/-%  Aé `;

/**
 * Marks of places, which no text of a registry can imitate. `markOf` is what to show at a place, and `templateOf` finds the places in
 * the HTML that shows these marks; undefined if a component has done anything else with one than to write it.
 */
export function placeMarks() {
  const secret = randomBytes(16).toString('hex');
  const markOf = (text: number) => `${secret}${text}${SAMPLE}${secret}`;
  const ways = new Map(WAYS.map((write) => [write(SAMPLE), write]));
  const placeOf = (mark: string) => {
    const [, text, form = ''] = /^(\d+)(.*)$/s.exec(mark) ?? [];
    const write = ways.get(form);
    return write && { text: Number(text), write };
  };
  const templateOf = (html: string): Template | undefined => {
    const parts = html.split(secret);
    const places = parts.filter((_, index) => index % 2 === 1).map(placeOf);
    if (!places.every((place) => place !== undefined)) return undefined;
    return { fixed: parts.filter((_, index) => index % 2 === 0), places };
  };
  return { markOf, templateOf };
}

/** The page with these texts. */
export function filled({ fixed, places }: Template, texts: readonly string[]): string {
  let html = fixed[0] ?? '';
  places.forEach(({ text, write }, index) => {
    html += write(texts[text] ?? '') + fixed[index + 1];
  });
  return html;
}
