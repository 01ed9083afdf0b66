import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readContracts } from '../../src/cli/contracts.ts';
import { readRuntimes } from '../../src/cli/runtimes.ts';
import { type Api, apiArtifacts, check, codeNames, type Links } from '../../src/index.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { ROOT } from '../helpers/fixture.ts';

export const runtimes = await readRuntimes();

/** The public APIs of a folder of registries. */
export async function apisIn(folder: string): Promise<Api[]> {
  const { registry, diagnostics } = check(await readContracts(join(ROOT, folder)));
  assert.ok(registry, JSON.stringify(diagnostics));
  return registry.apis;
}

/** Our registries, and two that were written to break what is derived from them. */
export const REGISTRIES = [
  'tests/examples',
  'tests/browser/fixtures/hostile/contracts',
  'tests/artifacts/fixtures/hostile/contracts',
];

/** The APIs of all these registries. */
export async function everyApi(): Promise<Api[]> {
  const apis = (await Promise.all(REGISTRIES.map(apisIn))).flat();
  assert.equal(apis.length, 10);
  return apis;
}

/** The addresses of an API on a site with a base path. */
export function linksOf(api: Api): Links {
  const urls = urlsUnder('/docs/', 'https://errors.example');
  return {
    api: urls.absolute(urls.api(api.id)),
    code: (code) => urls.absolute(urls.code(api.id, code)),
    named: codeNames(api),
  };
}

/** An artifact's text. */
export function textOf(id: string, api: Api): string {
  const artifact = apiArtifacts.find((it) => it.id === id);
  assert.ok(artifact, id);
  return artifact.make(api, linksOf(api), runtimes);
}

const folder = mkdtempSync(join(tmpdir(), 'errorbook-artifacts-'));
after(() => rmSync(folder, { recursive: true }));

/** Loads a module from its text; the packages that it imports are ours. */
export async function load(name: string, text: string): Promise<unknown> {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, text.replace("from 'zod'", `from '${import.meta.resolve('zod')}'`));
  return import(pathToFileURL(file).href);
}
