import { dirname, relative, resolve, sep } from 'node:path';
import { configProblem, type Diagnostic, readable, tintOf } from '../index.ts';
import { NO_SETTINGS, type SiteSettings } from '../shared/settings.ts';
import { type Configuration, ConfigurationError } from './configuration-file.ts';
import type { Io } from './io.ts';
import { type Allowed, CSS, ICON, LOGO, SOCIAL, type Taken, taken } from './settings-files.ts';

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
