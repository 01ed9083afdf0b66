import type { HostedSite } from './rules.ts';

/** Where a built site is: its folder with a slash at the end, and its base path. */
interface Place {
  folder: string;
  base: string;
}

/** A file of a host: its path below the output, and its text. */
export interface HostFile {
  path: string;
  text: string;
}

/** A server or service that serves a built site, and the files by which it learns the site's rules. */
export interface Host {
  /** Its name for people. */
  title: string;
  /** Whether it compresses by itself and never serves `.br` or `.gz` files of ours. */
  compresses: boolean;
  /** Its files; the host serves none of them. */
  files(site: HostedSite): HostFile[];
  /** What is left to do, in a sentence. */
  next(place: Place): string;
}
