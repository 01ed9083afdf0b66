import { API_FILES, domainFilePath, domainPath } from '../../model/addresses.ts';
import { domainDocument } from '../../view/index.ts';
import type { DomainArtifact } from '../artifact.ts';
import { documentMarkdown } from './render.ts';
import { markdownSetting } from './setting.ts';
import { plain } from './write.ts';

/** What the page of a domain says, as Markdown. */
export const domainMarkdown: DomainArtifact = {
  id: 'domain-markdown',
  pathOf: ({ id }) => domainFilePath(id),
  mediaType: 'text/markdown; charset=utf-8',
  summary: 'The codes of one domain, as Markdown.',
  makeFor(api, domain, links) {
    const about = [
      `API: [${plain(api.title)}](${links.api}${API_FILES.markdown})`,
      `HTML: <${links.api}${domainPath(domain.id)}>`,
    ];
    return `${documentMarkdown(domainDocument(api, domain), markdownSetting(api, links), 1, about).join('\n\n')}\n`;
  },
};
