import { API_FILES } from '../../model/addresses.ts';
import type { Api, Domain } from '../../model/registry.ts';
import { statusText } from '../../model/status-text.ts';
import { hasChanges } from '../../model/versions.ts';
import { apiDocument, countOf, documentTexts, firstSentence, MOST_LISTED, retryLabel } from '../../view/index.ts';
import type { ApiArtifact, Links } from '../artifact.ts';
import { making } from '../code-parts.ts';
import { codeParts } from './code.ts';
import { guideParts } from './guide.ts';
import { documentMarkdown } from './render.ts';
import { markdownSetting } from './setting.ts';
import { line, plain } from './write.ts';

const { api: t } = documentTexts;

/** What the page of an API says, as Markdown: envelope, handling, every domain's table, states, limits and statuses. */
export const apiMarkdown: ApiArtifact = {
  id: 'markdown',
  path: API_FILES.markdown,
  mediaType: 'text/markdown; charset=utf-8',
  summary: "The API's overview, as Markdown.",
  make: (api, links) => `${apiParts(api, links).join('\n\n')}\n`,
};

/**
 * The API in the form that agents look for (llmstxt.org): what it is, and a link with a line for each guide and code; where it has too
 * many codes, for each domain instead.
 */
export const llms: ApiArtifact = {
  id: 'llms',
  path: API_FILES.llms,
  mediaType: 'text/plain; charset=utf-8',
  summary: 'Links to all guides and codes, or to the domains of a large API, for agents (llmstxt.org).',
  make(api, links) {
    const { hrefOf, guide, domain } = markdownSetting(api, links);
    const item = (text: string, href: string | undefined, about: string) => `- [${plain(text)}](${href}): ${about}`;
    const byDomain = Map.groupBy(api.codes, ({ domain }) => domain);
    const listOfDomains = (): [string, string[]] => [
      t.codes,
      api.domains.map(({ id, title, summary = '' }) => {
        const about = `${countOf(byDomain.get(id) ?? [])}. ${line(summary, () => undefined)}`;
        return item(title, domain(id), about.trim());
      }),
    ];
    const listOfCodes = ({ id, title }: Domain): [string, string[]] => [
      title,
      (byDomain.get(id) ?? []).map(({ code, statuses, retry, gaps, meaning }) => {
        const status = statuses.slice(0, 1).map((it) => plain(statusText(it)));
        const about = [...status, retryLabel(api, { retry, gaps }).toLowerCase()].join(', ');
        return item(code, hrefOf(code), `${about}. ${line(firstSentence(meaning, Infinity), () => undefined)}`);
      }),
    ];
    const lists: [title: string, items: string[]][] = [
      [t.guides, api.guides.map(({ id, title, summary }) => item(title, guide(id), line(summary, hrefOf)))],
      ...(api.codes.length > MOST_LISTED ? [listOfDomains()] : api.domains.map(listOfCodes)),
    ];
    const more = [
      `- [${t.envelope}, ${t.handling.toLowerCase()}](${links.api}${API_FILES.markdown})`,
      ...(hasChanges(api) ? [`- [${documentTexts.changes.title}](${links.api}${API_FILES.changes})`] : []),
      `- [${API_FILES.json}](${links.api}${API_FILES.json})`,
      `- [${API_FILES.llmsFull}](${links.api}${API_FILES.llmsFull})`,
    ];
    const sections = lists
      .filter(([, items]) => items.length > 0)
      .map(([title, items]) => `## ${plain(title)}\n\n${items.join('\n')}`);
    const parts = [`# ${plain(api.title)}`, `> ${line(api.summary, hrefOf)}`, more.join('\n'), ...sections];
    return `${parts.join('\n\n')}\n`;
  },
};

/** All of an API in one file: its page, its guides, then every code. */
export const llmsFull: ApiArtifact = {
  id: 'llms-full',
  path: API_FILES.llmsFull,
  mediaType: 'text/plain; charset=utf-8',
  summary: 'The API, its guides, and all of its codes in one file for agents (llmstxt.org).',
  make(api, links, _runtimes, partOf = making) {
    const guides = api.guides.flatMap((guide) => guideParts(api, guide, links, 2));
    const codes = api.codes.map((code) => partOf(api, code, () => codeParts(api, code, links, 2).join('\n\n')));
    return `${[...apiParts(api, links), ...guides, ...codes].join('\n\n')}\n`;
  },
};

function apiParts(api: Api, links: Links): string[] {
  return documentMarkdown(apiDocument(api, links), markdownSetting(api, links), 1, [
    ...(hasChanges(api) ? [`[${documentTexts.changes.title}](${links.api}${API_FILES.changes})`] : []),
    `HTML: <${links.api}>`,
  ]);
}
