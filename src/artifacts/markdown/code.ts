import { API_FILES, codeFilePath } from '../../model/addresses.ts';
import type { Api, Code } from '../../model/registry.ts';
import { codeDocument } from '../../view/index.ts';
import type { CodeArtifact, Links } from '../artifact.ts';
import { documentMarkdown } from './render.ts';
import { markdownSetting } from './setting.ts';
import { plain } from './write.ts';

/** What the page of a code says, as Markdown. */
export const codeMarkdown: CodeArtifact = {
  id: 'code-markdown',
  pathOf: ({ code }) => codeFilePath(code, 'md'),
  mediaType: 'text/markdown; charset=utf-8',
  summary: 'The page of one code, as Markdown.',
  makeFor: (api, code, links) => `${codeParts(api, code, links, 1).join('\n\n')}\n`,
};

/** The parts of a code's Markdown; `level` is that of its heading. */
export function codeParts(api: Api, code: Code, links: Links, level: number): string[] {
  return documentMarkdown(codeDocument(api, code, { ...links, isWhole: true }), markdownSetting(api, links), level, [
    `API: [${plain(api.title)}](${links.api}${API_FILES.markdown})`,
    `HTML: <${links.code(code.code)}>`,
  ]);
}
