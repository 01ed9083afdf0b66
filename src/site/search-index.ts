import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  type Api,
  allStatuses,
  type Code,
  countOfCodes,
  FAULTS,
  firstSentence,
  humanName,
  isDocsName,
  nameOfOpaque,
  POLICIES,
} from '../index.ts';
import type { SearchApi, SearchCodes, SearchDomain, SearchText, SearchTexts } from '../shared/search-index.ts';
import { plainText, summaryText } from './markdown.ts';
import { marksOf, newsOf } from './marks.ts';
import { placesOfApi, placesOfSite, statusPlaces } from './search-places.ts';
import { texts } from './texts.ts';
import type { Urls } from './urls.ts';

/** So many codes share a file of texts. */
const PER_FILE = 1000;
/** Lines of meaning are cut at the first of these lengths with which the first part is small enough. */
const LINES = [110, 80, 50, 25] as const;
/** How large the first part may be, compressed: 10,000 codes cost less than 600 KiB, and small registries are small anyway. */
const PER_CODE = 60;
const SMALL = 64 * 1024;
/** A message is cut here in the first part. */
const MESSAGE = 160;

export interface SearchIndex {
  codes: SearchCodes;
  texts: SearchTexts[];
}

/** The index of a registry for the search in the browser, in its two parts: codes and places, and the texts of codes. */
export function searchIndex(apis: readonly Api[], urls: Urls): SearchIndex {
  const entries = firstPart(apis, urls);
  const all = apis.flatMap((api) => inDomains(api).flatMap(({ codes }) => codes.map(textOf)));
  const version = createHash('sha256')
    .update(JSON.stringify([entries, all]))
    .digest('hex')
    .slice(0, 12);
  const files: SearchTexts[] = [];
  for (let first = 0; first < all.length; first += PER_FILE) {
    files.push({ version, first, codes: all.slice(first, first + PER_FILE) });
  }
  return {
    codes: {
      version,
      texts: files.map((_, part) => `${urls.searchTexts(part)}?${version}`),
      labels: texts.search.labels,
      policies: [...POLICIES],
      faults: [...FAULTS],
      apis: entries,
      places: placesOfSite(urls),
    },
    texts: files,
  };
}

/** How many files of texts the index has. */
export function countOfTexts(apis: readonly Api[]): number {
  return Math.ceil(countOfCodes(apis) / PER_FILE);
}

function firstPart(apis: readonly Api[], urls: Urls): SearchApi[] {
  const most = Math.max(SMALL, PER_CODE * countOfCodes(apis));
  const cutAt = (line: number) => apis.map((api) => searchApi(api, urls, line));
  const [longest, ...shorter] = LINES;
  let part = cutAt(longest);
  for (const length of shorter) {
    if (gzipSync(JSON.stringify(part)).length <= most) break;
    part = cutAt(length);
  }
  return part;
}

function inDomains(api: Api): { domain: Api['domains'][number]; codes: Code[] }[] {
  const groups = Map.groupBy(api.codes, ({ domain }) => domain);
  return api.domains.map((domain) => ({ domain, codes: groups.get(domain.id) ?? [] }));
}

function searchApi(api: Api, urls: Urls, line: number): SearchApi {
  const news = newsOf(api.releases);
  const places = new Map(api.statuses.map(({ status }, place) => [status, place]));
  return {
    id: api.id,
    title: api.title,
    root: urls.codes(api.id),
    statuses: statusPlaces(api, urls, line),
    places: placesOfApi(api, urls, line),
    domains: inDomains(api).map(({ domain, codes }) => searchDomain(api, domain, codes, places, line, news)),
  };
}

function searchDomain(
  api: Api,
  { id, title }: Api['domains'][number],
  codes: readonly Code[],
  places: ReadonlyMap<number | string, number>,
  line: number,
  news: ReturnType<typeof newsOf>,
): SearchDomain {
  const respelled = codes.flatMap(({ code, address }, place) => (address === code ? [] : [[place, address] as const]));
  const renamed = codes.flatMap(({ sent, aliases, names = [] }, place) => {
    const others = [...(sent ? [sent.code] : []), ...aliases.map(({ code }) => code), ...names];
    return others.length > 0 ? [[place, others] as const] : [];
  });
  const marked = codes.flatMap((code, place) => {
    const marks = marksOf(code, news);
    return marks.length > 0 ? [[place, marks] as const] : [];
  });
  return {
    id,
    title,
    codes: codes.map(({ code }) => code),
    ...(respelled.length > 0 && { addresses: Object.fromEntries(respelled) }),
    ...(marked.length > 0 && { marks: Object.fromEntries(marked) }),
    ...(renamed.length > 0 && { aliases: Object.fromEntries(renamed) }),
    statuses: codes.map((code) => {
      const all = allStatuses(code).map(({ status }) => places.get(status) ?? 0);
      const [only] = all;
      return only !== undefined && all.length === 1 ? only : all;
    }),
    policies: codes.map(({ retry }) => POLICIES.indexOf(retry.policy)).join(''),
    faults: codes.map(({ fault }) => FAULTS.indexOf(fault)).join(''),
    // backticks are for the page of the code, where they become code
    messages: codes.map(({ message }) => (message ?? '').replaceAll('`', '').slice(0, MESSAGE)),
    lines: codes.map((code) => lineOf(api, code, line)),
  };
}

/** One line about a code; it begins with what people call one that says nothing to them, or that callers never see. */
function lineOf(api: Api, code: Code, most: number): string {
  const name = nameOfOpaque(code) ?? (isDocsName(api, code) ? humanName(code) : undefined);
  const meaning = summaryText(code.meaning);
  return firstSentence(name === undefined ? meaning : `${name.replace(/[.:]?$/, ':')} ${meaning}`, most);
}

function textOf({ title = '', meaning, causes, remediation, fields, headers, operations }: Code): SearchText {
  const names = [
    ...fields.map(({ pointer }) => pointer.slice(pointer.lastIndexOf('/') + 1)),
    ...Object.keys(headers),
    ...operations.map(({ operation }) => operation),
  ];
  const reasons = [...causes, ...operations.flatMap((it) => [it.meaning ?? [], it.retry?.reason ?? []].flat())];
  const steps = [...remediation, ...operations.flatMap((it) => it.remediation ?? [])];
  return [title, plainText(meaning), reasons.map(plainText), steps.map(plainText), names.join(' ')];
}
