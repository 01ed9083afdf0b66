import { type Api, GENERATORS, isGenerator, withFrontMatter, withLinks } from '../index.ts';
import { summaryText } from '../site/markdown.ts';
import { type Urls, urlsUnder } from '../site/urls.ts';
import type { Options } from './flags.ts';
import { UsageError } from './io.ts';
import { linksOf } from './registry.ts';

/** The artifact that a file is: `path` is that of an artifact about a whole API. */
interface Written {
  id: string;
  mediaType: string;
  path?: string;
}

/**
 * A Markdown file with the front matter that the options ask for: the title and the description of its page, and for a
 * generator its place in a site, where links lead to pages instead of Markdown files.
 */
export function withMatter(markdown: string, artifact: Written, api: Api, options: Options): string {
  const { generator } = options;
  if (generator === undefined && options['front-matter'] !== true) return markdown;
  if (!artifact.mediaType.startsWith('text/markdown')) {
    const option = generator === undefined ? '--front-matter' : '--generator';
    throw new UsageError(`${option} is for Markdown, which \`${artifact.id}\` is not; remove it.`);
  }
  const { about, label, address, order } = subjectOf(api, artifact, options, urlsUnder('/'));
  const [, heading = api.title] = /^# (.*)/.exec(markdown) ?? [];
  const title = summaryText(heading);
  const texts = { title, description: summaryText(about) };
  if (generator === undefined) return withFrontMatter(markdown, texts);
  if (!isGenerator(generator))
    throw new UsageError(`--generator takes one of: ${GENERATORS.join(', ')}; for others, use --front-matter.`);
  const place = { path: pageAt(address).replaceAll(/^\/|\/$/g, ''), label: label ?? title, order };
  const { api: root } = linksOf(options, api);
  // the page itself is not a link on it
  const plain = markdown.replace(/^(?:- )?HTML: <[^>\n]*>\n/m, '');
  const linked = withLinks(plain, (href) => (href.startsWith(root) ? pageAt(href) : href));
  return withFrontMatter(linked, texts, { generator, place });
}

/** What a file is about: its text, its short name, its address, and its place among others. */
interface Subject {
  about: string;
  label?: string;
  address: string;
  order: number | undefined;
}

function subjectOf(api: Api, { path = '' }: Written, named: Options, urls: Urls): Subject {
  const { id, codes, domains, guides, summary } = api;
  const code = codes.find((it) => it.code === named.code);
  if (code)
    return { about: code.meaning, label: code.code, address: urls.code(id, code.code), order: placeIn(codes, code) };
  const domain = domains.find((it) => it.id === named.domain);
  const guide = guides.find((it) => it.id === named.guide);
  if (domain)
    return {
      about: domain.summary ?? summary,
      label: domain.title,
      address: urls.domain(id, domain.id),
      order: placeIn(domains, domain),
    };
  if (guide)
    return {
      about: guide.summary,
      label: guide.title,
      address: urls.guide(id, guide.id),
      order: placeIn(guides, guide),
    };
  return { about: summary, address: urls.artifact(id, path), order: undefined };
}

function placeIn<Item>(items: readonly Item[], item: Item): number {
  return items.indexOf(item) + 1;
}

/** The address of the page whose Markdown has this address. */
function pageAt(address: string): string {
  return address.replace(/(?:(?<=\/)index)?\.md(?=#|$)/, (file) => (file.startsWith('index') ? '' : '/'));
}
