import { fileURLToPath } from 'node:url';
import { readContracts } from '../../src/cli/contracts.ts';
import { check, type Registry } from '../../src/index.ts';

/** The examples of `contracts/` as they were when the tests were written: whoever replaces those keeps green tests. */
export const OURS = fileURLToPath(new URL('../examples', import.meta.url));

/** A registry whose every text tries to break the page that shows it. */
export const HOSTILE = fileURLToPath(new URL('../browser/fixtures/hostile/contracts', import.meta.url));

/** The checked registry of a folder; the facts that pages must show. */
export async function registryIn(folder: string): Promise<Registry> {
  const { registry, diagnostics } = check(await readContracts(folder));
  if (!registry) throw new Error(diagnostics.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return registry;
}

/** Two states of a registry: what `preview` compares. */
export const BEFORE = fileURLToPath(new URL('../browser/fixtures/changed/before', import.meta.url));
export const AFTER = fileURLToPath(new URL('../browser/fixtures/changed/after', import.meta.url));

/** A registry of a few codes, two of them internal, for tests that change it. */
export const SMALL = fileURLToPath(new URL('../browser/fixtures/small/contracts', import.meta.url));

/** Two APIs some years old: with codes that were renamed, deprecated, retired and announced. */
export const GROWN = fileURLToPath(new URL('../browser/fixtures/grown/contracts', import.meta.url));

/** Made-up APIs whose codes have a meaning in a namespace alone. */
export const NAMESPACES = fileURLToPath(new URL('../artifacts/fixtures/namespaces/contracts', import.meta.url));

/** The configuration of a made-up company for the same registry: every setting has a value of its own. */
export const BRANDED = fileURLToPath(new URL('../browser/fixtures/branded.config.ts', import.meta.url));

/** Made-up APIs with errors in arrays, and with errors under a success status. */
export const SHAPES = fileURLToPath(new URL('../artifacts/fixtures/shapes/contracts', import.meta.url));

/** Made-up APIs whose bodies are XML or text, and whose codes are in headers or in longer values. */
export const BODIES = fileURLToPath(new URL('../artifacts/fixtures/bodies/contracts', import.meta.url));

/** Two APIs with everything that a search finds, and more codes than one page of results holds. */
export const SEARCHED = fileURLToPath(new URL('../browser/fixtures/searched/contracts', import.meta.url));

/** A registry in whose every corner something internal stands, its history included. */
export const HIDDEN = fileURLToPath(new URL('../browser/fixtures/hidden/contracts', import.meta.url));

/** Catalogs in the styles of a phone API, an ads API, a team chat, a database, a community chat and a cloud; made up. */
export const FOREIGN = fileURLToPath(new URL('../fixtures/foreign/contracts', import.meta.url));

/** Three versions of one API, in which codes were renamed, changed, added and removed; and another API. */
export const VERSIONS = fileURLToPath(new URL('../browser/fixtures/versions/contracts', import.meta.url));

/** An API that has something of everything, and one that has next to nothing. */
export const DESK = fileURLToPath(new URL('../view/documents/contracts', import.meta.url));
