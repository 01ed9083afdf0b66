import { relative, resolve, sep } from 'node:path';
import { memberOf } from '../browser.ts';
import { below } from './below.ts';
import type { Options, TextFlag } from './flags.ts';
import { type Io, UsageError } from './io.ts';

/** What every command takes that builds a site. */
export const SITE_OPTIONS = ['out', 'site', 'base', 'host', 'precompress'] as const;

/** The registry's folder, and how to show it: relative if it is below the current folder. */
export function contractsFolder(options: Options, io: Io): { path: string; shown: string } {
  const path = resolve(io.cwd, folderOption(options, 'contracts') ?? 'contracts');
  return { path, shown: relative(io.cwd, path).split(sep).join('/') };
}

/** A path as a person would write it: relative if it is below the current folder. */
export function shownPath(path: string, io: Io): string {
  const found = below(io.cwd, path);
  return found === undefined ? path : found || '.';
}

/** A folder's name as given; an empty one would mean the caller's current folder. */
export function folderOption(options: Options, name: TextFlag): string | undefined {
  const value = options[name];
  if (value === '') throw new UsageError(`--${name} is empty; name a folder.`);
  return value;
}

/** A base path with a slash at each end: `pr-7` becomes `/pr-7/`. */
export function basePath(options: Options): string {
  const value = options.base ?? '/';
  if (/[?#%\\\s]|:\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(value))
    throw new UsageError(`--base takes a path such as /pr-7/, not \`${value}\`.`);
  return `/${value}/`.replace(/\/{2,}/g, '/');
}

/** The address that the site will have, without a path; undefined where it is not known. */
export function siteAddress(options: Options): string | undefined {
  const value = options.site;
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`--site takes an address such as https://errors.example.com, not \`${value}\`.`);
  }
  if (url.pathname !== '/') throw new UsageError(`--site takes no path; pass \`${url.pathname}\` with --base instead.`);
  return url.origin;
}

/** A port to serve on; `standard` where none is given. */
export function portOption(options: Options, standard: number): number {
  const value = options.port;
  if (value === undefined) return standard;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new UsageError(`--port takes a number from 0 to 65535, not \`${value}\`.`);
  return port;
}

/** The number that an option must give, from 1. */
export function numberOption(options: Options, name: TextFlag): number {
  const value = options[name];
  if (value !== undefined && /^[1-9]\d{0,14}$/.test(value)) return Number(value);
  throw new UsageError(`--${name} takes a number such as 7${value === undefined ? '' : `, not \`${value}\``}.`);
}

/** The commit that an option must give, by its whole name in hexadecimal: 40 digits, or 64 with SHA-256. */
export function commitOption(options: Options, name: TextFlag): string {
  const value = options[name];
  if (typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)) return value;
  throw new UsageError(`--${name} takes the full hash of a commit.`);
}

/** The format that `--format` names, by default the first. */
export function formatOption<Format>(options: Options, formats: Readonly<Record<string, Format>>): Format {
  const names = Object.keys(formats);
  const name = String(options.format ?? names[0]);
  const format = memberOf(formats, name);
  if (!format) throw new UsageError(`There is no format \`${name}\`; --format takes ${names.join(', ')}.`);
  return format;
}
