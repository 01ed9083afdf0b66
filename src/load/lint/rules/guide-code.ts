import type { Finding } from '../../rule.ts';
import { SPREAD } from '../../source/mdx.ts';
import type { Rule } from '../rule.ts';
import { wordIn } from '../word-in.ts';

const SAFE_LINK = /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i;

export const guideCode: Rule = {
  id: 'guide-code',
  level: 'error',
  summary: 'A guide contains text and components only: no imports, exports or expressions, and no links that run code.',
  check: (api) =>
    api.guides.flatMap(({ document }): Finding[] => [
      ...document.code.map(({ range }) => ({
        at: { document, range },
        message: "Guides can't contain code: this import, export or expression would run when the site is built.",
        fix: 'Remove it; write a literal brace as `\\{`.',
      })),
      ...document.components.flatMap(({ name, attributes, range }) =>
        [...attributes]
          .filter(([, value]) => value === undefined)
          .map(([attribute]) => ({
            at: wordIn({ document, range }, attribute === SPREAD ? '{' : attribute),
            message: `\`<${name}>\` takes only quoted text; the value of \`${attribute}\` would run as code when the site is built.`,
            fix: attribute === SPREAD ? 'List the attributes one by one.' : `Write ${attribute}="…".`,
          })),
      ),
      ...document.images
        .filter(({ src }) => src === undefined)
        .map(({ range }) => ({
          at: { document, range },
          message: 'In guides, an image names its file in place.',
          fix: 'Write `![what it shows](../images/name.png)`.',
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
