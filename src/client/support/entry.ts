import { supportText } from './text.ts';

/** Names that a link gives to the status and to the id of a request. */
const STATUS = /^status(?:code)?$/i;
const REQUEST_ID = /(?:^|[-_.])(?:request|correlation|trace)[-_]?id$/i;

/** The text for support on the page of a code, with the status and the request id that its link carries. */
export function entryText({ dataset }: HTMLElement): string {
  const carried = [...new URLSearchParams(location.hash.slice(1, 64 * 1024))];
  const carriedBy = (name: RegExp) => carried.find((it) => name.test(it[0]))?.[1];
  const status = carriedBy(STATUS) ?? '';
  return supportText(dataset.labels ?? '', {
    code: dataset.code,
    api: dataset.api ?? '',
    status: /^[1-5]\d\d$/.test(status) ? status : dataset.status,
    requestId: carriedBy(REQUEST_ID),
    page: location.origin + location.pathname,
  });
}
