import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from '../../src/cli/files-below.ts';
import { precompress } from '../../src/cli/precompress.ts';
import { type HostedSite, hosts } from '../../src/hosts/index.ts';
import { present } from '../helpers/present.ts';

const SITE = fileURLToPath(new URL('fixtures/site', import.meta.url));

/** The site of the fixtures under a base path, as the hosts' rules see it. */
export async function hostedSite(base: string, precompressed = false): Promise<HostedSite> {
  const [from, to] = [`${base}desk/errors/CLOSED_DESK/`, `${base}desk/errors/DESK_CLOSED/`];
  return { base, files: filesBelow(SITE), precompressed, moves: [{ from, to }] };
}

/** A copy of the site in `folder`, with the files of a host, and compressed files if they are asked for. */
export async function siteFor(name: string, base: string, folder: string, precompressed = false): Promise<void> {
  await cp(SITE, folder, { recursive: true });
  const site = await hostedSite(base, precompressed);
  if (precompressed) await precompress(folder, site.files);
  for (const { path, text } of present(hosts[name]).files(site)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
