import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { isPart } from './parts.ts';

// The other process of `compile.ts`, and a step of packing: Astro compiles the program into the folder that is named.
module.enableCompileCache();
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// without the process that waits for the program, nobody needs it
process.once('disconnect', () => process.exit());
const [folder = ''] = process.argv.slice(2);
try {
  const [astro, { programConfig }] = await Promise.all([import('astro'), import('../config.ts')]);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await astro.build({ ...programConfig(folder), configFile: false, logLevel: 'warn' });
  // what Astro would have put beside pages
  for (const name of readdirSync(folder)) if (!isPart(name)) rmSync(join(folder, name), { recursive: true });
} catch (error) {
  if (!process.send) throw error;
  process.send(error);
}
if (process.connected) process.disconnect();
