import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import { imageSize } from 'image-size';
import { configProblem, type Diagnostic, readable, tintOf } from '../index.ts';
import { NO_SETTINGS, type SettingsFile, type SiteSettings } from '../shared/settings.ts';
import { type Configuration, ConfigurationError } from './configuration.ts';
import type { Io } from './io.ts';

/** The kinds of images, by their endings: their Content-Type, and what `image-size` calls them. */
const IMAGES: Readonly<Record<string, { type: string; kind: string }>> = {
  '.svg': { type: 'image/svg+xml', kind: 'svg' },
  '.png': { type: 'image/png', kind: 'png' },
  '.webp': { type: 'image/webp', kind: 'webp' },
  '.avif': { type: 'image/avif', kind: 'avif' },
  '.jpg': { type: 'image/jpeg', kind: 'jpg' },
  '.jpeg': { type: 'image/jpeg', kind: 'jpg' },
  '.gif': { type: 'image/gif', kind: 'gif' },
  '.ico': { type: 'image/x-icon', kind: 'ico' },
};

const KIB = 1024;

/** What a file of the configuration may be. */
interface Allowed {
  name: string;
  endings: readonly string[];
  /** In bytes: every reader of a page loads a logo, an icon and styles. */
  most: number;
}

const LOGO: Allowed = {
  name: 'logo',
  endings: ['.svg', '.png', '.webp', '.avif', '.jpg', '.jpeg', '.gif'],
  most: 100 * KIB,
};
const ICON: Allowed = { name: 'icon', endings: ['.svg', '.png', '.ico'], most: 100 * KIB };
const SOCIAL: Allowed = { name: 'social', endings: ['.png', '.jpg', '.jpeg'], most: 1024 * KIB };
const CSS: Allowed = { name: 'own', endings: ['.css'], most: 100 * KIB };

/** A file that fits, with its size in pixels if it is an image. */
interface Taken extends SettingsFile {
  width: number;
  height: number;
}

/**
 * What a configuration says of the site, with its files read and checked; `contracts` is the registry's folder.
 * Throws a {@link ConfigurationError} for files that can't be used.
 */
export async function siteSettings(
  configuration: Configuration | undefined,
  contracts: string,
  io: Io,
): Promise<SiteSettings> {
  if (!configuration) return NO_SETTINGS;
  const {
    name,
    logo,
    accent,
    links = [],
    footer,
    license,
    analytics,
    feedback,
    artifacts,
    languages,
    retryLabels,
  } = configuration;
  const problems: Diagnostic[] = [];
  const take = (path: readonly string[], file: string | undefined, allowed: Allowed) =>
    file === undefined ? undefined : taken(configuration, path, file, allowed, problems);
  const [light, dark, icon, social, css] = await Promise.all([
    take(['logo', 'light'], logo?.light, { ...LOGO, name: 'logo-light' }),
    take(['logo', 'dark'], logo?.dark, { ...LOGO, name: 'logo-dark' }),
    take(['icon'], configuration.icon, ICON),
    take(['socialImage'], configuration.socialImage, SOCIAL),
    take(['css'], configuration.css, CSS),
  ]);
  const editLink = editLinkOf(configuration, contracts, problems);
  if (problems.length > 0) throw new ConfigurationError(problems, io);
  const picture = ({ name: file, width, height }: Taken) => ({ file, width, height });
  return {
    name,
    logo: logo && light && { light: picture(light), dark: picture(dark ?? light), hasName: logo.hasName },
    icon: icon && { file: icon.name, type: icon.type },
    accent: accent && accentOf(accent.light, accent.dark ?? readable(accent.light, 'dark')),
    socialImage: social && picture(social),
    links,
    foot: [footer, license].filter((it) => it !== undefined),
    css: css?.name,
    editLink,
    feedback,
    analytics: analytics && {
      script: analytics.script,
      origin: new URL(analytics.script).origin,
      data: analytics.data ?? {},
    },
    artifacts,
    languages,
    retryLabels,
    files: [light, dark, icon, social, css].flatMap((it) =>
      it ? [{ name: it.name, type: it.type, data: it.data }] : [],
    ),
  };
}

/** The files that a configuration consists of, for `dev` to watch. */
export function filesOf(configuration: Configuration): string[] {
  const { path, logo, icon, socialImage, css } = configuration;
  const named = [logo?.light, logo?.dark, icon, socialImage, css].filter((it) => it !== undefined);
  return [path, ...named.map((it) => resolve(dirname(path), it))];
}

/** The accent with its tint, in the layer of our own colors, where two roots weigh more than one. */
function accentOf(light: string, dark: string): NonNullable<SiteSettings['accent']> {
  const tints = `light-dark(${tintOf(light, 'light')},${tintOf(dark, 'dark')})`;
  return { light, dark, style: `@layer tokens{:root:root{--accent:light-dark(${light},${dark});--tint:${tints}}}` };
}

async function taken(
  { path: config, file }: Configuration,
  path: readonly string[],
  named: string,
  { name, endings, most }: Allowed,
  problems: Diagnostic[],
): Promise<Taken | undefined> {
  const refuse = (message: string, fix: string) => {
    problems.push(configProblem(file, path, message, fix));
    return undefined;
  };
  const ending = extname(named).toLowerCase();
  const list = `${endings.slice(0, -1).join(', ')}${endings.length > 1 ? ' or ' : ''}${endings.at(-1)}`;
  if (!endings.includes(ending)) return refuse(`\`${named}\` doesn't end in ${list}.`, 'Name a file of that kind.');
  const bytes = await readFile(resolve(dirname(config), named)).catch(() => undefined);
  if (!bytes)
    return refuse(
      `The file \`${named}\` doesn't exist, or can't be read.`,
      "Name a file, relative to the configuration's folder.",
    );
  if (bytes.length > most) {
    const size = Math.ceil(bytes.length / KIB).toLocaleString('en');
    return refuse(
      `\`${named}\` has ${size} KiB, but at most ${most / KIB} KiB are allowed, because readers load it.`,
      'Make it smaller.',
    );
  }
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const taken = { name: `${name}.${hash}${ending}`, data: bytes.toString('base64') };
  if (ending === '.css') {
    const [rule] = /@(?:import|charset)\b/i.exec(bytes.toString('utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')) ?? [];
    if (rule)
      return refuse(`\`${named}\` has ${rule}, which does nothing inside a layer.`, 'Put all rules into the one file.');
    return { ...taken, type: 'text/css', width: 0, height: 0 };
  }
  if (ending === '.svg' && /<script|\son\w+\s*=|javascript:/i.test(bytes.toString('utf8')))
    return refuse(
      `\`${named}\` contains a script, which would run if the image is opened by itself.`,
      'Remove the script.',
    );
  const { type = '', kind } = IMAGES[ending] ?? {};
  const size = sizeOf(bytes);
  if (!size || size.type !== kind)
    return refuse(
      `\`${named}\` isn't an image of the kind that its name says.`,
      'Export it again, or correct its ending.',
    );
  return { ...taken, type, width: size.width, height: size.height };
}

function sizeOf(bytes: Uint8Array): { type?: string; width: number; height: number } | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { ...(type !== undefined && { type }), width, height } : undefined;
  } catch {
    return undefined;
  }
}

/** The pattern with the registry's folder in its place: the rest of the path depends on the code. */
function editLinkOf(configuration: Configuration, contracts: string, problems: Diagnostic[]): string | undefined {
  const { editLink, path, file } = configuration;
  if (editLink === undefined) return undefined;
  const folder = relative(dirname(path), contracts).split(sep);
  if (folder[0] === '..' || relative(dirname(path), contracts).includes(':')) {
    const message = `Paths in \`editLink\` are relative to the configuration's folder, and the registry is outside of it.`;
    problems.push(configProblem(file, ['editLink'], message, 'Move the configuration to a folder above the registry.'));
  }
  const prefix = folder.filter((part) => part !== '').map((part) => `${encodeURIComponent(part)}/`);
  return editLink.replace('{path}', () => `${prefix.join('')}{path}`);
}
