import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as module from 'node:module';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow } from '../files-below.ts';
import { TOOL } from '../tool.ts';
import { isPart, partsIn } from './parts.ts';

// The other process of `compile.ts`, and a step of packing: Astro compiles the program into the folder that is named.
module.enableCompileCache();
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// it encrypts nothing here, and a random one would make another program of the same files each time
process.env.ASTRO_KEY = Buffer.alloc(32).toString('base64');
// without the process that waits for the program, nobody needs it
process.once('disconnect', () => process.exit());
const [folder = ''] = process.argv.slice(2);
try {
  const [astro, { siteConfig }] = await Promise.all([import('astro'), import('../config.ts')]);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await astro.build({ ...siteConfig({ program: folder }), configFile: false, logLevel: 'warn' });
  // what Astro would have put beside pages
  for (const name of readdirSync(folder)) if (!isPart(name)) rmSync(join(folder, name), { recursive: true });
  const { program } = partsIn(folder);
  for (const file of filesBelow(program)) withoutPlaces(join(program, file), [folder, TOOL]);
} catch (error) {
  if (!process.send) throw error;
  process.send(error);
}
if (process.connected) process.disconnect();

/** Astro writes down where it compiled, in names of modules and for servers; the program runs elsewhere, and its package names no folder of this machine. */
function withoutPlaces(file: string, folders: readonly string[]): void {
  const places = folders.flatMap((it) => {
    const path = resolve(it);
    return [pathToFileURL(path).pathname, path.split(sep).join('/')];
  });
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    places.reduce((rest, place) => rest.replaceAll(`${place}/`, '/errorbook/'), text),
  );
}
