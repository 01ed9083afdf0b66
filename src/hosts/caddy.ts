import type { Host } from './host.ts';
import { block, withoutSlash } from './lines.ts';
import {
  ASK_AGAIN,
  ASSETS,
  contentType,
  EVERYWHERE,
  FILE_TYPES,
  type FileType,
  FOREVER,
  type Header,
  type HostedSite,
  NOT_FOUND,
} from './rules.ts';

const FILE = 'Caddyfile';

/** Directives for the site, to be imported in a site block; Caddy 2.6 and later. */
export const caddy: Host = {
  title: 'Caddy',
  compresses: false,
  files: (site) => [{ path: FILE, text: `${directives(site).join('\n')}\n` }],
  next: ({ folder }) => `Caddy: \`import ${folder}${FILE}\` in the site block whose root holds the site, then reload.`,
};

function directives({ base, moves, precompressed }: HostedSite): string[] {
  const unknown = `${base}${NOT_FOUND}`;
  const compressed = precompressed ? ['precompressed br gzip'] : [];
  // named after the base path, so that one site block can import several sites
  const site = `@error-docs${base.replaceAll('/', '-').replace(/-$/, '')}`;
  return [
    `# Written by the build of the site, and read by Caddy where a site block imports it: import …/${FILE}`,
    `${site} path ${withoutSlash(base)} ${base}*`.replace(/ {2,}/g, ' '),
    ...block(`route ${site}`, [
      'encode zstd gzip',
      ...headers('', [...EVERYWHERE, ASK_AGAIN]),
      ...moves.flatMap(({ from, to }, index) => [
        `@moved-${index + 1} path ${from} ${withoutSlash(from)}`,
        ...redirect(`@moved-${index + 1}`, to),
      ]),
      // plain segments alone: `//example.com/..//folder` would lead to another site; `path_regexp` sees it cleaned
      ...block('@folder', ['vars_regexp {path} ^(/[A-Za-z0-9._~-]+)+$', 'file {path}/index.html']),
      ...redirect('@folder', '{path}/'),
      `@hidden path ${base}${FILE}`,
      ...block('@no-page', ['path */', 'not file {path}index.html']),
      ...block('@no-file', ['not path */', 'not file {path}']),
      ...['@hidden', '@no-page', '@no-file'].map((it) => `rewrite ${it} ${unknown}`),
      `@assets path ${base}${ASSETS}*`,
      ...headers('@assets', [FOREVER]),
      ...FILE_TYPES.flatMap((it) => [
        `@${it.extensions[0]} path ${endings(it)}`,
        ...headers(`@${it.extensions[0]}`, [contentType(it), ...it.headers]),
      ]),
      `@unknown path ${unknown}`,
      ...block('file_server @unknown', ['status 404', ...compressed]),
      ...(precompressed ? block('file_server', compressed) : ['file_server']),
    ]),
  ];
}

/** A rewrite keeps the query, which a redirect by itself would lose. */
function redirect(matcher: string, to: string): string[] {
  return block(`route ${matcher}`, [`rewrite * ${to}`, 'redir * {uri} 301']);
}

function headers(matcher: string, list: readonly Header[]): string[] {
  const lines = list.map(([name, value]) => `${name} "${value}"`);
  const directive = `header ${matcher}`.trim();
  return lines.length === 1 ? [`${directive} ${lines[0]}`] : block(directive, lines);
}

/** The names of files of a kind; a page is asked for by its folder. */
function endings({ extensions }: FileType): string {
  const files = extensions.map((it) => `*.${it}`);
  return (extensions.some((it) => it === 'html') ? ['*/', ...files] : files).join(' ');
}
