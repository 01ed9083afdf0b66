import { type Api, firstSentence, hasChanges } from '../index.ts';
import type { SearchApi, SearchPlace } from '../shared/search-index.ts';
import { summaryText } from './markdown.ts';
import { statePlaces } from './state-pages.ts';
import { shellTexts } from './texts/shell.ts';
import { texts } from './texts.ts';
import { stateAnchor, statesAnchor, type Urls } from './urls.ts';

/*
 * What the search finds besides codes. Every address comes from urls.ts, so a page that moves is changed there alone.
 */

const { search: t } = texts;

/** The pages that belong to no API. */
export function placesOfSite(urls: Urls): SearchPlace[] {
  return [['page', texts.decode.title, urls.decode, texts.decode.short, t.words.decode]];
}

/** An API, its domains, guides and states, and its own pages; lines are cut at so many characters. */
export function placesOfApi(api: Api, urls: Urls, line: number): SearchPlace[] {
  const { id, title, summary, domains, guides } = api;
  const short = (text: string | undefined) => lineOf(text, line);
  return [
    ['api', title, urls.api(id), short(summary), id],
    ...domains.map((it): SearchPlace => ['domain', it.title, urls.domain(id, it.id), short(it.summary), it.id]),
    ...guides.map((it): SearchPlace => ['guide', it.title, urls.guide(id, it.id), short(it.summary), it.id]),
    ...pagesOf(api, urls),
    ...statesOf(api, urls, line),
  ];
}

/** The statuses of an API in their order, each with its address. */
export function statusPlaces(api: Api, urls: Urls, line: number): SearchApi['statuses'] {
  return api.statuses.map(({ status, title, meaning }) => [
    status,
    title,
    urls.status(api.id, status),
    lineOf(meaning, line),
  ]);
}

function pagesOf(api: Api, urls: Urls): SearchPlace[] {
  const { id } = api;
  const page = (has: boolean, title: string, href: string, words: string): SearchPlace[] =>
    has ? [['page', title, href, '', words]] : [];
  return [
    ...page(Object.keys(api.envelopes).length > 0, shellTexts.response.title, urls.response(id), t.words.response),
    ...page(true, shellTexts.handling.title, urls.handling(id), t.words.handling),
    ...page(true, texts.statuses.title, urls.statuses(id), t.words.statuses),
    ...page(api.limits.length > 0, texts.api.limits, urls.limits(id), t.words.limits),
    ...page(hasChanges(api), texts.changes.title, urls.changes(id), t.words.changes),
    ...page(true, shellTexts.files.title, urls.files(id), t.words.files),
  ];
}

function statesOf(api: Api, urls: Urls, line: number): SearchPlace[] {
  const places = statePlaces(api);
  const hrefOf = (anchor: string) => urls.state(api.id, anchor, places.get(anchor));
  return Object.entries(api.states).flatMap(([group, { title, values }]) => [
    ['page', title, hrefOf(statesAnchor(group)), '', t.words.states] satisfies SearchPlace,
    ...Object.entries(values).map(
      ([name, { meaning }]): SearchPlace => [
        'state',
        name,
        hrefOf(stateAnchor(group, name)),
        lineOf(`${title}: ${meaning}`, line),
        '',
      ],
    ),
  ]);
}

function lineOf(text: string | undefined, line: number): string {
  return text === undefined ? '' : firstSentence(summaryText(text), line);
}
