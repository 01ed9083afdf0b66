import { join } from 'node:path';
import type { Api, Links } from '../../src/registry/index.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { registryIn } from '../setup/registry.ts';
import { ROOT } from '../support/fixture.ts';

const SITE = 'https://errors.example.com';

/** The APIs of a registry's folder, named from the project's folder. */
export async function apisIn(folder: string): Promise<Api[]> {
  return (await registryIn(join(ROOT, folder))).apis;
}

/** The addresses of an API at an example site. */
export function linksTo({ id }: Api): Links {
  const urls = urlsUnder('/', SITE);
  return { api: urls.absolute(urls.api(id)), code: (code) => urls.absolute(urls.code(id, code)) };
}

/** Registries of every kind: ours, and one whose texts and codes are as awkward as they may be. */
export const REGISTRIES = [
  'contracts',
  'tests/browser/fixtures/hostile/contracts',
  'tests/browser/fixtures/small/contracts',
];
