import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { imageSize } from 'image-size';
import { configProblem, type Diagnostic } from '../index.ts';
import type { SettingsFile } from '../shared/settings.ts';
import type { Configuration } from './configuration-file.ts';

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
export interface Allowed {
  name: string;
  endings: readonly string[];
  /** In bytes: every reader of a page loads a logo, an icon and styles. */
  most: number;
}

export const LOGO: Allowed = {
  name: 'logo',
  endings: ['.svg', '.png', '.webp', '.avif', '.jpg', '.jpeg', '.gif'],
  most: 100 * KIB,
};
export const ICON: Allowed = { name: 'icon', endings: ['.svg', '.png', '.ico'], most: 100 * KIB };
export const SOCIAL: Allowed = { name: 'social', endings: ['.png', '.jpg', '.jpeg'], most: 1024 * KIB };
export const CSS: Allowed = { name: 'own', endings: ['.css'], most: 100 * KIB };

/** A file that fits, with its size in pixels if it is an image. */
export interface Taken extends SettingsFile {
  width: number;
  height: number;
}

/** Reads a file that a setting names. One that can't be used becomes a problem of the setting at `path`. */
export async function taken(
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
