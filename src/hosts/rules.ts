/** A response header: its name and value. */
export type Header = readonly [name: string, value: string];

/** An address that moved: the old path and the new one, both with the base path. */
export interface Move {
  from: string;
  to: string;
}

/** What the rules of a host depend on. */
export interface HostedSite {
  /** The base path, with a slash at each end. */
  base: string;
  /** The addresses of aliases, each with that of its code. */
  moves: readonly Move[];
  /** Its files, as paths below the base path. */
  files: readonly string[];
  /** Whether `.br` and `.gz` files are beside the files that they compress. */
  precompressed: boolean;
}

/**
 * What every response carries. A page's own content policy is in the page; `frame-ancestors` is here because browsers
 * ignore it there (CSP Level 3, section 3.3). Fragments may hold values of a reader's response and queries may hold
 * searches, so other sites learn nothing of the address.
 */
export const EVERYWHERE: readonly Header[] = [
  ['Content-Security-Policy', "frame-ancestors 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** The folder whose files never change under their name. */
export const ASSETS = 'assets/';

/** The page of unknown addresses, which is sent with the status 404. */
export const NOT_FOUND = '404.html';

/** Caching (RFC 9111): assets for a year without asking, all else asked for again each time. */
export const FOREVER: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];
export const ASK_AGAIN: Header = ['Cache-Control', 'no-cache'];

/** What lets a script of any other site read a response (Fetch Standard); JSON alone has it. */
const READABLE: Header = ['Access-Control-Allow-Origin', '*'];

/** Kinds of files: their endings, and their Content-Type. */
export interface FileType {
  extensions: readonly string[];
  /** Without parameters. */
  type: string;
  /** Whether the Content-Type names UTF-8. */
  utf8: boolean;
  /** Headers of their own. */
  headers: readonly Header[];
  /** Whether services such as Netlify send these files with this type without being told. */
  usual: boolean;
  /** Whether compressing makes them smaller. */
  compressible: boolean;
}

/** Every kind of file that a site may hold. Programs are text to read: by itself, `.ts` would be a video. */
export const FILE_TYPES: readonly FileType[] = [
  text(['html'], 'text/html'),
  text(['css'], 'text/css'),
  text(['js'], 'text/javascript'),
  text(['txt'], 'text/plain'),
  text(['ts', 'py', 'go'], 'text/plain', { usual: false }),
  text(['md'], 'text/markdown'),
  text(['json'], 'application/json', { utf8: false, headers: [READABLE] }),
  text(['xml'], 'application/xml', { utf8: false }),
  text(['png'], 'image/png', { utf8: false, compressible: false }),
  text(['jpg', 'jpeg'], 'image/jpeg', { utf8: false, compressible: false }),
  text(['gif'], 'image/gif', { utf8: false, compressible: false }),
  text(['webp'], 'image/webp', { utf8: false, compressible: false }),
  text(['avif'], 'image/avif', { utf8: false, compressible: false }),
  text(['svg'], 'image/svg+xml', { utf8: false }),
  text(['ico'], 'image/x-icon', { utf8: false, compressible: false }),
];

function text(extensions: string[], type: string, other: Partial<FileType> = {}): FileType {
  return { extensions, type, utf8: true, headers: [], usual: true, compressible: true, ...other };
}

/** The Content-Type of a kind of files, as a header. */
export function contentType({ type, utf8 }: FileType): Header {
  return ['Content-Type', utf8 ? `${type}; charset=utf-8` : type];
}

/** The kind of a file, by the ending of its name; undefined for endings that no site has. */
export function fileTypeOf(path: string): FileType | undefined {
  const extension = /\.([a-z0-9]+)$/.exec(path)?.[1];
  return FILE_TYPES.find(({ extensions }) => extensions.some((it) => it === extension));
}
