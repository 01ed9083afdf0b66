/** A request below the base path, and what every host must answer. */
interface Expected {
  path: string;
  /** By default 200. */
  status?: number;
  /** The Content-Type; undefined where it says nothing about the content. */
  type?: string;
  cache?: 'asked again' | 'kept for a year';
  /** Whether scripts of other sites may read it. */
  open?: boolean;
  /** Where a redirect leads, below the base path. */
  to?: string;
}

const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';

/** What the rules promise, written down without them. */
export const EXPECTED: readonly Expected[] = [
  { path: '', type: HTML },
  { path: 'index.html', type: HTML },
  { path: 'desk/', type: HTML },
  { path: 'desk/?q=closed', type: HTML },
  { path: 'desk/errors/DESK_CLOSED/', type: HTML },
  // their names end as those of other files do
  { path: 'desk/errors/TOO_MANY_REQUESTS/', type: HTML },
  { path: 'desk/errors/BAD_JSON/', type: HTML },
  { path: 'assets/main.Q1w2e3.js', type: 'text/javascript; charset=utf-8', cache: 'kept for a year' },
  { path: 'assets/main.Q1w2e3.css', type: 'text/css; charset=utf-8', cache: 'kept for a year' },
  { path: 'desk/errors.json', type: 'application/json', open: true },
  { path: 'desk/errors/DESK_CLOSED.json', type: 'application/json', open: true },
  { path: 'desk/errors/DESK_CLOSED.md', type: 'text/markdown; charset=utf-8' },
  { path: 'desk/error-codes.ts', type: TEXT },
  { path: 'desk/error_codes.py', type: TEXT },
  { path: 'desk/errorcodes.go', type: TEXT },
  { path: 'llms.txt', type: TEXT },
  { path: 'sitemap.xml', type: 'application/xml' },
  { path: 'social.png', type: 'image/png' },
  { path: 'desk/errors/CLOSED_DESK/', status: 301, to: 'desk/errors/DESK_CLOSED/' },
  { path: 'desk/errors/CLOSED_DESK', status: 301, to: 'desk/errors/DESK_CLOSED/' },
  { path: 'desk/errors/CLOSED_DESK/?from=mail&a=b', status: 301, to: 'desk/errors/DESK_CLOSED/?from=mail&a=b' },
  { path: 'desk/errors/TOO_MANY_REQUESTS', status: 301, to: 'desk/errors/TOO_MANY_REQUESTS/' },
  { path: 'desk', status: 301, to: 'desk/' },
  { path: 'desk/errors/DESK_CLOSED?a=b', status: 301, to: 'desk/errors/DESK_CLOSED/?a=b' },
  ...[
    'nowhere',
    'nowhere/',
    'desk/errors/UNKNOWN/',
    'desk/unknown.ts',
    'assets/gone.js',
    // folders without a page
    'assets/',
    'desk/errors/',
    'nginx.conf',
    'Caddyfile',
    'desk/errors/%3Cimg%20src=x%3E/',
  ].map((path) => ({ path, status: 404, type: HTML })),
];

/** The headers that every answer carries, whatever its status. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
};

export const CACHING: Readonly<Record<string, string>> = {
  'asked again': 'no-cache',
  'kept for a year': 'public, max-age=31536000, immutable',
};
