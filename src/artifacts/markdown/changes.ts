import { API_FILES } from '../../model/addresses.ts';
import { changesDocument } from '../../view/index.ts';
import type { ApiArtifact } from '../artifact.ts';
import { documentMarkdown } from './render.ts';
import { markdownSetting } from './setting.ts';
import { plain } from './write.ts';

/** What the page of changes says, as Markdown. */
export const changesMarkdown: ApiArtifact = {
  id: 'changes-markdown',
  path: API_FILES.changes,
  mediaType: 'text/markdown; charset=utf-8',
  summary: 'What changed from release to release, as Markdown.',
  make(api, links) {
    const about = [`API: [${plain(api.title)}](${links.api}${API_FILES.markdown})`];
    return `${documentMarkdown(changesDocument(api, links), markdownSetting(api, links), 1, about).join('\n\n')}\n`;
  },
};
