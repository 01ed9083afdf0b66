import { codeFilePath, guideFilePath, guidePath } from '../../model/addresses.ts';
import type { Api } from '../../model/registry.ts';
import type { Links } from '../artifact.ts';
import type { MarkdownSetting } from './render.ts';

/** How the Markdown of an API names addresses: those of other Markdown files where there are any. */
export function markdownSetting(links: Links): MarkdownSetting {
  return {
    hrefOf(text) {
      const code = links.named(text);
      return code && links.api + codeFilePath(code.code, 'md');
    },
    guide: (id) => links.api + guideFilePath(id),
  };
}

/** The same for a guide, whose links count from its page. */
export function guideSetting({ guides }: Api, guide: string, links: Links): MarkdownSetting {
  const setting = markdownSetting(links);
  const known = new Map(guides.map(({ id }) => [guidePath(id), id]));
  const resolved = (href: string) => {
    const base = `http://api.invalid/a/${guidePath(guide)}`;
    const { pathname, search, hash, host } = URL.canParse(href, base) ? new URL(href, base) : new URL(base);
    if (host !== 'api.invalid' || !pathname.startsWith('/a/')) return href;
    const path = pathname.slice('/a/'.length);
    const id = known.get(path);
    return id === undefined || search !== '' ? links.api + path + search + hash : setting.guide(id) + hash;
  };
  const relative = /(?<=\]\(<?|^\[[^\]\n]+\]:\s*<?)(?:\.{1,2}\/|#|\?)[^\s<>)]*/gm;
  return { ...setting, linksIn: (markdown) => markdown.replace(relative, resolved) };
}
