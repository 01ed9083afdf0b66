import { summaryText } from './markdown.ts';
import type { Site } from './site.ts';
import { texts } from './texts.ts';

/** What agents look for at the root of a site (llmstxt.org): the APIs, each with the list of its codes. */
export function llmsOf({ apis, urls, settings: { name } }: Site): string {
  const items = apis.map(({ id, title, summary }) => {
    const href = urls.absolute(urls.artifact(id, 'llms.txt'));
    return `- [${escapeTitle(title)}](${href}): ${summaryText(summary)}`;
  });
  const parts = [
    `# ${name === undefined ? '' : `${escapeTitle(name)}: `}${texts.home.title}`,
    `> ${texts.home.lead}`,
    `## ${texts.home.apis}`,
    items.join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function escapeTitle(title: string): string {
  return title.replace(/[\\[\]]/g, '\\$&');
}
