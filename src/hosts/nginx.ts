import type { Host } from './host.ts';
import { anyOf, block, withoutSlash } from './lines.ts';
import {
  ASK_AGAIN,
  ASSETS,
  EVERYWHERE,
  FILE_TYPES,
  FOREVER,
  type Header,
  type HostedSite,
  NOT_FOUND,
} from './rules.ts';

const FILE = 'nginx.conf';

/** A `location` of the site, to be included in a `server` block; nginx 1.18 and later. */
export const nginx: Host = {
  title: 'nginx',
  compresses: false,
  files: (site) => [{ path: FILE, text: `${configuration(site).join('\n')}\n` }],
  next: ({ folder }) =>
    `nginx: \`include ${folder}${FILE};\` in the server block whose root holds the site, then reload.`,
};

function configuration({ base, moves, precompressed }: HostedSite): string[] {
  return [
    `# Written by the build of the site, and read by nginx where a server block includes it: include …/${FILE};`,
    ...(base === '/'
      ? []
      : [`location = ${withoutSlash(base)} { absolute_redirect off; return 301 ${base}$is_args$args; }`]),
    ...block(`location ${base}`, [
      'index index.html;',
      `error_page 404 ${base}${NOT_FOUND};`,
      `error_page 403 =404 ${base}${NOT_FOUND};  # a folder without a page of its own`,
      'absolute_redirect off;  # redirects stay right behind a proxy and on other ports',
      ...block(
        'types',
        FILE_TYPES.map(({ type, extensions }) => `${type} ${extensions.join(' ')};`),
      ),
      'default_type application/octet-stream;',
      'charset utf-8;',
      `charset_types ${typesWhere(({ utf8 }) => utf8)};`,
      'gzip on;',
      'gzip_vary on;',
      `gzip_types ${typesWhere(({ compressible }) => compressible)};`,
      ...(precompressed ? STATIC : []),
      ...headers([...EVERYWHERE, ASK_AGAIN]),
      '# a location with headers of its own inherits none, so they are repeated',
      ...block(`location ${base}${ASSETS}`, headers([...EVERYWHERE, FOREVER])),
      ...FILE_TYPES.filter((it) => it.headers.length > 0).flatMap((it) =>
        block(`location ~ \\.${anyOf(it.extensions)}$`, headers([...EVERYWHERE, ASK_AGAIN, ...it.headers])),
      ),
      `location = ${base}${FILE} { return 404; }`,
      ...moves.flatMap(({ from, to }) =>
        [from, withoutSlash(from)].map((path) => `location = ${path} { return 301 ${to}$is_args$args; }`),
      ),
    ]),
  ];
}

const STATIC = [
  'gzip_static on;',
  '# brotli_static on;  # where nginx has ngx_brotli; Debian: libnginx-mod-http-brotli-static',
];

/** nginx compresses text/html and names its charset in any case, and warns where it is listed. */
function typesWhere(holds: (type: (typeof FILE_TYPES)[number]) => boolean): string {
  const types = FILE_TYPES.filter(holds).map(({ type }) => type);
  return [...new Set(types)].filter((type) => type !== 'text/html').join(' ');
}

/** With `always`, errors and redirects carry them too. */
function headers(list: readonly Header[]): string[] {
  return list.map(([name, value]) => `add_header ${name} "${value}" always;`);
}
