import type { Finding } from '../../rule.ts';
import { SPREAD } from '../../source/mdx.ts';
import type { Rule } from '../rule.ts';
import { wordIn } from '../word-in.ts';

const SAFE_LINK = /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i;

export const guideCode: Rule = {
  id: 'guide-code',
  level: 'error',
  summary:
    'A guide is text and components: no imports, exports or expressions, no pictures, and no links that run code.',
  check: (api) =>
    api.guides.flatMap(({ document }): Finding[] => [
      ...document.code.map(({ range }) => ({
        at: { document, range },
        message: 'Guides hold no code: an import, export or expression here would run when the site is built.',
        fix: 'Take it away; write a literal brace as `\\{`.',
      })),
      ...document.components.flatMap(({ name, attributes, range }) =>
        [...attributes]
          .filter(([, value]) => value === undefined)
          .map(([attribute]) => ({
            at: wordIn({ document, range }, attribute === SPREAD ? '{' : attribute),
            message: `\`<${name}>\` takes texts in quotes alone; the value of \`${attribute}\` would run when the site is built.`,
            fix: attribute === SPREAD ? 'Write each attribute out.' : `Write ${attribute}="…".`,
          })),
      ),
      ...document.images.map(({ range }) => ({
        at: { document, range },
        message:
          'Guides hold no pictures: a registry has no place for the file, and pages load nothing from elsewhere.',
        fix: 'Say it in words or in a table, or link to the picture.',
      })),
      ...document.links
        .filter(({ href }) => !SAFE_LINK.test(href))
        .map(({ href, range }) => ({
          at: { document, range },
          message: `A link to \`${href.slice(0, 60)}\` could run code in the reader's browser.`,
          fix: 'Link to https://, mailto:, or a page of this site by its relative address.',
        })),
    ]),
};
