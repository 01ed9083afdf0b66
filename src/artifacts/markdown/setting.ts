import { codeFilePath, domainFilePath, guideFilePath, guidePath } from '../../model/addresses.ts';
import { fragmentOf, linkNames, linkTarget, withLinks } from '../../model/prose-links.ts';
import type { Api } from '../../model/registry.ts';
import type { Links } from '../artifact.ts';
import type { MarkdownSetting } from './render.ts';

/** How the Markdown of an API names addresses: those of other Markdown files where there are any. */
export function markdownSetting(api: Api, links: Links): MarkdownSetting {
  const names = linkNames(api, (text) => links.named(text)?.code);
  const resolved = (href: string) => {
    const target = linkTarget(href, names);
    if (target === undefined || target.path === '') return href;
    const { code, guide, path } = target;
    const file = code !== undefined ? codeFilePath(code, 'md') : guide !== undefined ? guideFilePath(guide) : path;
    return links.api + file + fragmentOf(target);
  };
  return {
    linksIn: (markdown) => withLinks(markdown, resolved),
    hrefOf(text) {
      const code = links.named(text);
      return code && links.api + codeFilePath(code.code, 'md');
    },
    domain: (id) => links.api + domainFilePath(id),
    guide: (id) => links.api + guideFilePath(id),
  };
}

/** The same for a guide, whose links count from its page. */
export function guideSetting(api: Api, guide: string, links: Links): MarkdownSetting {
  const setting = markdownSetting(api, links);
  const known = new Map(api.guides.map(({ id }) => [guidePath(id), id]));
  const resolved = (href: string) => {
    const base = `http://api.invalid/a/${guidePath(guide)}`;
    const { pathname, search, hash, host } = URL.canParse(href, base) ? new URL(href, base) : new URL(base);
    if (host !== 'api.invalid' || !pathname.startsWith('/a/')) return href;
    const path = pathname.slice('/a/'.length);
    const id = known.get(path);
    return id === undefined || search !== '' ? links.api + path + search + hash : setting.guide(id) + hash;
  };
  const relative = /(?<=\]\(<?|^\[[^\]\n]+\]:\s*<?)(?:\.{1,2}\/|#|\?)[^\s<>)]*/gm;
  return { ...setting, linksInBody: (markdown) => markdown.replace(relative, resolved) };
}
