import { readFileSync } from 'node:fs';
import path, { type PlatformPath } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of Errorbook itself: a clone, or a package below a `node_modules`. Compiled files are as deep in it as sources. */
export const TOOL = fileURLToPath(new URL('../../', import.meta.url));

/** The version of Errorbook, as its package says. */
export function toolVersion(): string {
  return manifest().version;
}

/** The packages that Errorbook depends on, with their versions. */
export function ownDependencies(): Record<string, string> {
  return manifest().dependencies;
}

/** The packages that go into our own files where these are bundled: most commands load them, and finding their 200 files takes longer than running them. */
export const BUNDLED = ['csv-parse', 'image-size', 'jsonc-parser', 'yaml', 'zod'];

function manifest(): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(path.join(TOOL, 'package.json'), 'utf8'));
}

/** The `node_modules` that holds a whole installation, the outermost one; undefined for a clone. */
export function installationOf(tool: string, { sep }: Pick<PlatformPath, 'sep'> = path): string | undefined {
  const parts = tool.split(sep);
  const index = parts.indexOf('node_modules');
  return index === -1 ? undefined : parts.slice(0, index + 1).join(sep);
}

/** How a person calls a command: with npx if the package is installed, as a script of npm in a clone. */
export function calling(command: string, rest = '', tool = TOOL): string {
  if (installationOf(tool) !== undefined) return `npx errorbook ${command}${rest && ` ${rest}`}`;
  return `npm run ${command}${rest && ` -- ${rest}`}`;
}
