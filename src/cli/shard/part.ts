import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { hosts } from '../../hosts/index.ts';
import type { Registry } from '../../index.ts';
import type { SiteSettings } from '../../shared/settings.ts';
import { type Hosting, movesOf } from '../hosting.ts';
import { PART_FILE } from '../output/contents.ts';
import { writeWhole } from '../output/write-whole.ts';
import { toolVersion } from '../tool.ts';
import type { Shard } from './shard.ts';

const PART = z.strictObject({
  part: z.int().min(1),
  of: z.int().min(2),
  /** What the bytes of a site follow from: parts of one site agree in all of it. */
  build: z.strictObject({
    /** The versions of Errorbook and of Node, which compresses files. */
    version: z.string(),
    node: z.string(),
    /** SHA-256. */
    registry: z.string(),
    settings: z.string(),
    site: z.string().nullable(),
    base: z.string(),
    hosts: z.array(z.string()),
    precompressed: z.boolean(),
  }),
  /** What the hosts forward: their own files name all files of a site, so they are written when the parts are merged. */
  moves: z.array(z.strictObject({ from: z.string(), to: z.string() })),
});

/** What a part says of itself. */
export type Part = z.infer<typeof PART>;

/** What a site is built from. */
interface Source {
  registry: Registry;
  settings: SiteSettings;
  site: string | undefined;
  base: string;
  hosting: Hosting;
}

/** Writes what a part says of itself into its folder. */
export async function writePart(shard: Shard, { registry, settings, site, base, hosting }: Source, folder: string) {
  const names = Object.entries(hosts).flatMap(([name, host]) => (hosting.hosts.includes(host) ? [name] : []));
  const part: Part = {
    part: shard.part,
    of: shard.of,
    build: {
      version: toolVersion(),
      node: process.version,
      registry: hashOf(registry),
      settings: hashOf(settings),
      site: site ?? null,
      base,
      hosts: names,
      precompressed: hosting.precompressed,
    },
    moves: names.length > 0 ? movesOf(registry, base) : [],
  };
  await writeWhole(join(folder, PART_FILE), `${JSON.stringify(part)}\n`);
}

/** What the text of a part's file says; undefined for a text that no build wrote. */
export function partIn(text: string): Part | undefined {
  try {
    return PART.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
