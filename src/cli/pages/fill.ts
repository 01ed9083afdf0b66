import { hash } from 'node:crypto';
import { shapeOf, withTexts } from './shape.ts';
import { filled, placeMarks, type Template } from './template.ts';

/** A page that shows certain values, and nothing else that other pages of its kind don't show. */
export interface FillablePage<Values> {
  values: Values;
  /** Renders the page with its values, or with others, as Astro does. */
  render(values: Values): Promise<string>;
}

/** So many shapes are remembered; a registry has a few dozen. */
const MOST_SHAPES = 1_000;

/** What is remembered of a page until another one has the same shape. */
interface FirstPage {
  texts: string[];
  /** The hash of its HTML. */
  html: string;
}

/**
 * Makes the HTML of pages, most of them without Astro. Of the pages with a shape, Astro renders the first two, and the second with marks
 * in the place of all texts. If that one becomes both of them with their texts, it makes the others; if not, Astro does.
 */
export function pageFiller<Values>(): (page: FillablePage<Values>) => Promise<string> {
  const marks = placeMarks();
  const shapes = new Map<string, FirstPage | Template | 'by Astro'>();

  const templateFrom = async (first: FirstPage, { values, render }: FillablePage<Values>, second: FirstPage) => {
    const template = marks.templateOf(await render(withTexts(values, marks.markOf)));
    const isEqual = ({ texts, html }: FirstPage) => template && hashOf(filled(template, texts)) === html;
    return template && isEqual(first) && isEqual(second) ? template : 'by Astro';
  };

  return async (page) => {
    const { key, texts } = shapeOf(page.values);
    const known = shapes.get(key);
    if (typeof known === 'object' && 'fixed' in known) return filled(known, texts);
    const html = await page.render(page.values);
    const here = { texts, html: hashOf(html) };
    if (typeof known === 'object') shapes.set(key, await templateFrom(known, page, here));
    else if (known === undefined && shapes.size < MOST_SHAPES) shapes.set(key, here);
    return html;
  };
}

function hashOf(text: string): string {
  return hash('sha256', text);
}
