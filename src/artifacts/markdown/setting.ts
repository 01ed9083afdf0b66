import { codeFilePath, domainFilePath, guideFilePath } from '../../model/addresses.ts';
import {
  fragmentOf,
  isRelativeLink,
  linkNames,
  linkTarget,
  pathFromGuide,
  withLinks,
} from '../../model/prose-links.ts';
import type { Api } from '../../model/registry.ts';
import { apiAddress, type Links } from '../artifact.ts';
import type { MarkdownSetting } from './render.ts';

/** How the Markdown of an API names addresses: those of other Markdown files where there are any. */
export function markdownSetting(api: Api, links: Links): MarkdownSetting {
  const names = linkNames(api, (text) => links.named(text)?.code);
  const linkOf = (href: string) => {
    const target = linkTarget(href, names);
    if (target === undefined || target.path === '') return undefined;
    const { code, guide, path } = target;
    const file = code !== undefined ? codeFilePath(code, 'md') : guide !== undefined ? guideFilePath(guide) : path;
    return links.api + file + fragmentOf(target);
  };
  return {
    linkOf,
    linksIn: (markdown) => withLinks(markdown, (href) => linkOf(href) ?? href),
    hrefOf(text) {
      const code = links.named(text);
      return code && links.api + codeFilePath(code.code, 'md');
    },
    codeIn: (id, code) => apiAddress(links, id) + codeFilePath(code, 'md'),
    domain: (id) => links.api + domainFilePath(id),
    guide: (id) => links.api + guideFilePath(id),
  };
}

/** The same for a guide, whose other links count from its page. */
export function guideSetting(api: Api, guide: string, links: Links): MarkdownSetting {
  const setting = markdownSetting(api, links);
  const resolved = (href: string) => {
    if (href.startsWith('#')) return setting.guide(guide) + href;
    const known = setting.linkOf(href);
    const path = known === undefined && isRelativeLink(href) ? pathFromGuide(href, guide) : undefined;
    return path === undefined ? (known ?? href) : links.api + path;
  };
  return { ...setting, linksInBody: (markdown) => withLinks(markdown, resolved) };
}
