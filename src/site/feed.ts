import { CHANGE_LEVELS, type Change, type Release, sentenceParts } from '../index.ts';
import { escapeHtml } from './escape.ts';
import { countsOf, dateOf } from './releases.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

const { changes: t } = texts;

/** What a feed needs of an API. */
type FeedApi = Pick<SiteApi, 'id' | 'title' | 'releases' | 'urls' | 'siteName'>;

/** A feed has at most this many releases, and an entry at most this many changes; the page has the rest. */
const MOST_ENTRIES = 50;
const MOST_CHANGES = 100;

/** The releases of an API as an Atom feed (RFC 4287). Needs a site whose address is known, because ids are absolute. */
export function feedOf(api: FeedApi): string {
  const { urls } = api;
  const page = urls.absolute(urls.changes(api.id));
  const entries = api.releases.slice(0, MOST_ENTRIES).map((release) => entryOf(api, release));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${texts.lang}">
  <id>${xml(page)}</id>
  <title>${xml(t.feedTitle(api.title))}</title>
  <updated>${api.releases.slice(0, 1).map(momentOf).join('')}</updated>
  <author><name>${xml(api.title)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(urls.absolute(urls.feed(api.id)))}"/>
  <link rel="alternate" type="text/html" href="${xml(page)}"/>
  <generator>${xml(api.siteName)}</generator>
${entries.join('')}</feed>
`;
}

function entryOf({ id, title, urls }: FeedApi, release: Release): string {
  const address = urls.absolute(urls.release(id, release.name));
  return `  <entry>
    <id>${xml(address)}</id>
    <title>${xml(t.entryTitle(title, release.name, countsOf(release)))}</title>
    <updated>${momentOf(release)}</updated>
    <link rel="alternate" type="text/html" href="${xml(address)}"/>
    <content type="html">${xml(contentOf(release))}</content>
  </entry>
`;
}

/** HTML; the sentences of the changes, weightiest first. */
function contentOf(release: Release): string {
  const about = `<p>${escapeHtml(dateOf(release).text)}: ${escapeHtml(countsOf(release))}.</p>`;
  const shown = release.changes.slice(0, MOST_CHANGES);
  const lists = CHANGE_LEVELS.map((level) => listOf(level, shown));
  const left = release.changes.length - shown.length;
  return about + lists.join('') + (left > 0 ? `<p>${escapeHtml(t.moreChanges(left))}</p>` : '');
}

function listOf(level: Change['level'], changes: readonly Change[]): string {
  const items = changes.filter((change) => change.level === level).map(({ what }) => `<li>${sentence(what)}</li>`);
  return items.length > 0 ? `<h3>${t.levels[level].name}</h3><ul>${items.join('')}</ul>` : '';
}

function sentence(text: string): string {
  return sentenceParts(text)
    .map((part) => (part.isName ? `<code>${escapeHtml(part.text)}</code>` : escapeHtml(part.text)))
    .join('');
}

/** RFC 3339. A release has a day and no time; its day begins at midnight. */
function momentOf({ date }: Release): string {
  return `${date}T00:00:00Z`;
}

/** Text for XML 1.0; the characters that it cannot hold (2.2) are replaced by the one for that. */
function xml(text: string): string {
  return escapeHtml(text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD'));
}
