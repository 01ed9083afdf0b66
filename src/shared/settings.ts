import type { RetryLabels } from '../index.ts';

/** What a team has configured about its site, ready to be shown: files are checked, addresses of files are names below `assets/`. */
export interface SiteSettings {
  /** What the site is called; undefined where it has no name of its own. */
  name?: string | undefined;
  logo?: { light: Picture; dark: Picture; hasName: boolean } | undefined;
  icon?: { file: string; type: string } | undefined;
  accent?: { light: string; dark: string; style: string } | undefined;
  socialImage?: Picture | undefined;
  /** Links in the head. */
  links: readonly { label: string; href: string }[];
  /** Lines of the foot, as Markdown. */
  foot: readonly string[];
  /** The file with styles of the team's own, without its order of layers. */
  css?: string | undefined;
  /** The address at which a file is edited; the path below the registry's folder replaces `{path}`. */
  editLink?: string | undefined;
  feedback?: string | undefined;
  analytics?: { script: string; origin: string; data: Readonly<Record<string, string>> } | undefined;
  /** The groups of files for programs, and the languages of snippets; undefined for all. */
  artifacts?: readonly string[] | undefined;
  languages?: readonly string[] | undefined;
  retryLabels?: RetryLabels | undefined;
  /** What the site serves of the team's own. */
  files: readonly SettingsFile[];
}

/** An image with its size in pixels. */
export interface Picture {
  file: string;
  width: number;
  height: number;
}

/** A file below `assets/`. */
export interface SettingsFile {
  /** With a part that depends on what is in it. */
  name: string;
  /** Its Content-Type. */
  type: string;
  /** As base64. */
  data: string;
}

/** The settings of a site about which nothing is configured. */
export const NO_SETTINGS: SiteSettings = { links: [], foot: [], files: [] };
