import type { Fault } from './schema/code.ts';

/** Reason phrases of the HTTP status codes (IANA's registry; RFC 9110 section 15 unless a comment says otherwise). */
const PHRASES: Record<number, string> = {
  100: 'Continue',
  101: 'Switching Protocols',
  102: 'Processing', // RFC 2518
  103: 'Early Hints', // RFC 8297
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  203: 'Non-Authoritative Information',
  204: 'No Content',
  205: 'Reset Content',
  206: 'Partial Content',
  207: 'Multi-Status', // RFC 4918
  208: 'Already Reported', // RFC 5842
  226: 'IM Used', // RFC 3229
  300: 'Multiple Choices',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  305: 'Use Proxy',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  418: "I'm a teapot", // RFC 2324
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  423: 'Locked', // RFC 4918
  424: 'Failed Dependency', // RFC 4918
  425: 'Too Early', // RFC 8470
  426: 'Upgrade Required',
  428: 'Precondition Required', // RFC 6585
  429: 'Too Many Requests', // RFC 6585
  431: 'Request Header Fields Too Large', // RFC 6585
  451: 'Unavailable For Legal Reasons', // RFC 7725
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  506: 'Variant Also Negotiates', // RFC 2295
  507: 'Insufficient Storage', // RFC 4918
  508: 'Loop Detected', // RFC 5842
  510: 'Not Extended', // RFC 2774
  511: 'Network Authentication Required', // RFC 6585
};

/** The first digit of an HTTP status (RFC 9110 section 15), or `other` for a name. */
export const STATUS_FAMILIES = ['1xx', '2xx', '3xx', '4xx', '5xx', 'other'] as const;

export type StatusFamily = (typeof STATUS_FAMILIES)[number];

/** True for a number that may be an HTTP status: 100 to 599 (RFC 9110 section 15). */
export function isHttpStatus(status: unknown): status is number {
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599;
}

/** The reason phrase, or undefined where no standard names the status. */
export function reasonPhrase(status: number): string | undefined {
  return PHRASES[status];
}

/** The family of a status; names are `other`. */
export function familyOf(status: number | string | undefined): StatusFamily {
  return isHttpStatus(status) ? (`${Math.floor(status / 100)}xx` as StatusFamily) : 'other';
}

/** Whose fault a status speaks of: 4xx the client's, 502 and 504 another server's, else the service's (RFC 9110 section 15). */
export function faultOf(status: number | string | undefined): Fault {
  if (status === 502 || status === 504) return 'upstream';
  return familyOf(status) === '5xx' ? 'service' : 'caller';
}
