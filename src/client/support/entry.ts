import { type SupportFacts, type SupportLabels, supportText } from './text.ts';

/** What the page of a code says of itself, and the labels for it. */
interface Words extends Pick<SupportFacts, 'code' | 'api' | 'status'> {
  labels: SupportLabels;
}

/** Names that a link gives to the status and to the id of a request. */
const STATUS = /^status(?:code)?$/i;
const REQUEST_ID = /(?:^|[-_.])(?:request|correlation|trace)[-_]?id$/i;

/** The text for support on the page of a code, with the status and the request id that its link carries. */
export function entryText({ dataset }: HTMLElement): string {
  const words = JSON.parse(dataset.words ?? '{}') as Words;
  const carried = [...new URLSearchParams(location.hash.slice(1, 64 * 1024))];
  const carriedBy = (name: RegExp) => carried.find((it) => name.test(it[0]))?.[1];
  const status = carriedBy(STATUS) ?? '';
  return supportText(words.labels, {
    ...words,
    status: /^[1-5]\d\d$/.test(status) ? status : words.status,
    requestId: carriedBy(REQUEST_ID),
    page: location.origin + location.pathname,
  });
}
