/** The labels of what is copied for support; the page brings them. */
export interface SupportLabels {
  code: string;
  status: string;
  requestId: string;
  time: string;
  page: string;
}

/** What support needs to find an error; what is not known is missing. */
export interface SupportFacts {
  code: string | undefined;
  api: string;
  status: number | string | undefined;
  requestId: string | undefined;
  /** The address of the docs of the error. */
  page: string;
}

/** An identifier, and nothing else: no sentence, no token (which starts with `eyJ`), no address. */
const ID = /^(?!eyJ)[\w.:-]{1,128}$/;

/** An identifier from a response or a link as it may be passed on; undefined for any other text. */
export function safeId(text: string | null | undefined): string | undefined {
  return text && ID.test(text) ? text : undefined;
}

/** The text for support: a line for each fact, and the time as ISO 8601. It holds no other values of the response. */
export function supportText(labels: SupportLabels, { code, api, status, requestId, page }: SupportFacts): string {
  const lines: [string, number | string | undefined][] = [
    [labels.code, code && `${code} (${api})`],
    [labels.status, status],
    [labels.requestId, safeId(requestId)],
    [labels.time, new Date().toISOString()],
    [labels.page, page],
  ];
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}\n`])).join('');
}
