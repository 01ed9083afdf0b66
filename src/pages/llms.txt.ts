import type { APIRoute } from 'astro';
import { plainText } from '../site/markdown.ts';
import { apis, urls } from '../site/site.ts';
import { texts } from '../site/texts.ts';

/** What agents look for at the root of a site (llmstxt.org): the APIs, each with the list of its codes. */
export const GET: APIRoute = () => {
  const items = apis.map(({ id, title, summary }) => {
    const href = urls.absolute(urls.artifact(id, 'llms.txt'));
    return `- [${title.replace(/[\\[\]]/g, '\\$&')}](${href}): ${plainText(summary)}`;
  });
  const text = [`# ${texts.home.title}`, `> ${texts.home.lead}`, `## ${texts.home.apis}`, items.join('\n')].join(
    '\n\n',
  );
  return new Response(`${text}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
