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

/**
 * Makes the HTML of pages, most of them without Astro. Of the pages with a shape, Astro renders the first two, and one that has marks
 * in the place of all texts. If that one with the second page's texts is the second page, it makes the others; if not, Astro does.
 */
export function pageFiller<Values>(): (page: FillablePage<Values>) => Promise<string> {
  const marks = placeMarks();
  const templates = new Map<string, Template | 'one page' | 'none'>();

  const templateFrom = async ({ values, render }: FillablePage<Values>, texts: string[], page: string) => {
    const template = marks.templateOf(await render(withTexts(values, marks.markOf)));
    return template && filled(template, texts) === page ? template : 'none';
  };

  return async (page) => {
    const { key, texts } = shapeOf(page.values);
    const shape = hash('sha256', key);
    const template = templates.get(shape);
    if (typeof template === 'object') return filled(template, texts);
    const html = await page.render(page.values);
    if (template === 'one page') templates.set(shape, await templateFrom(page, texts, html));
    else if (template === undefined && templates.size < MOST_SHAPES) templates.set(shape, 'one page');
    return html;
  };
}
