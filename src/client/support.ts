/** What support needs to find an error; what is not known is undefined. */
interface SupportFacts {
  code: string | undefined;
  api: string;
  status: number | string | undefined;
  requestId: string | undefined;
  /** The address of the docs of the error. */
  page: string;
}

/** Names that a link gives to the status and to the id of a request. */
const STATUS = /^status(?:code)?$/i;
const REQUEST_ID = /(?:^|[-_.])(?:request|correlation|trace)[-_]?id$/i;

/** An identifier, and nothing else: no sentence, no token (which starts with `eyJ`), no address. */
const ID = /^(?!eyJ)[\w.:-]{1,128}$/;

/** An identifier from a response or a link as it may be passed on; undefined for any other text. */
export function safeId(text: string | null | undefined): string | undefined {
  return text && ID.test(text) ? text : undefined;
}

/**
 * The text for support: a line for each fact, and the time as ISO 8601. It holds no other values of the response. `labels` are
 * those of the lines in their order, separated by commas: code, status, request id, time, page.
 */
export function supportText(labels: string, { code, api, status, requestId, page }: SupportFacts): string {
  const names = labels.split(',');
  const values = [code && `${code} (${api})`, status, safeId(requestId), new Date().toISOString(), page];
  return values.map((value, at) => (value === undefined ? '' : `${names[at]}: ${value}\n`)).join('');
}

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
