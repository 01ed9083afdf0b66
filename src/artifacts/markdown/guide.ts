import { API_FILES, guideFilePath, guidePath } from '../../model/addresses.ts';
import type { Api, Guide } from '../../model/registry.ts';
import { guideDocument } from '../../view/index.ts';
import type { GuideArtifact, Links } from '../artifact.ts';
import { documentMarkdown } from './render.ts';
import { guideSetting } from './setting.ts';
import { plain } from './write.ts';

/** A guide as Markdown, with what its components show. */
export const guideMarkdown: GuideArtifact = {
  id: 'guide-markdown',
  pathOf: ({ id }) => guideFilePath(id),
  mediaType: 'text/markdown; charset=utf-8',
  summary: 'One guide, as Markdown.',
  makeFor: (api, guide, links) => `${guideParts(api, guide, links, 1).join('\n\n')}\n`,
};

/** The parts of a guide's Markdown; `level` is that of its heading. */
export function guideParts(api: Api, guide: Guide, links: Links, level: number): string[] {
  return documentMarkdown(guideDocument(api, guide, links), guideSetting(api, guide.id, links), level, [
    `API: [${plain(api.title)}](${links.api}${API_FILES.markdown})`,
    `HTML: <${links.api}${guidePath(guide.id)}>`,
  ]);
}
