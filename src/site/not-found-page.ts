import { inline } from './markdown.ts';
import type { PageHead, TextLink } from './page.ts';
import type { Site } from './site.ts';
import { texts } from './texts.ts';

const { notFound: t } = texts;

/** Everything that the page of unknown addresses shows. */
interface NotFoundPage {
  head: PageHead;
  /** HTML. */
  steps: string[];
  /** Each with the file in which a script looks for near addresses. */
  apis: (TextLink & { addresses: string })[];
  /** The script's texts, as JSON. */
  script: string;
}

/** The page of unknown addresses. */
export function notFoundPage({ apis, urls, name }: Site): NotFoundPage {
  return {
    head: { title: `${t.title} · ${name}`, description: t.lead },
    steps: t.steps.map((step) => inline(step)),
    apis: apis.map(({ id, title }) => ({ text: title, href: urls.api(id), addresses: urls.addresses(id) })),
    script: JSON.stringify(texts.suggestions),
  };
}
