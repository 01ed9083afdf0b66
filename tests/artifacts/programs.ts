import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { readRuntimes } from '../../src/cli/runtimes.ts';
import { type Api, type ApiArtifact, apiArtifacts, codeNames, type Links } from '../../src/index.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { ROOT } from '../helpers/fixture.ts';
import { HOSTILE, OURS, registryIn } from '../helpers/registry.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** Programs that use artifacts. */
export const DRIVERS = join(FIXTURES, 'drivers');

/** The fixed part of the programs, which `make` takes. */
export const runtimes = await readRuntimes();

/** A registry of two APIs, one of which sends no codes. */
export const small: Api[] = (await registryIn(join(FIXTURES, 'pair'))).apis;

/** All registries at hand, and two whose texts try to break what is made from them. */
export const every: Api[] = (
  await Promise.all(
    [OURS, HOSTILE, join(FIXTURES, 'pair'), join(FIXTURES, 'branches'), join(FIXTURES, 'hostile/contracts')].map(
      registryIn,
    ),
  )
).flatMap(({ apis }) => apis);

/** What programs must answer for the small registry, by API; the same in every language. */
export const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'cases.json'), 'utf8')) as Record<string, Cases>;

interface Cases {
  codes: { code: string; status: number | null; known: boolean; policy: string; retryable: boolean }[];
  [more: string]: unknown;
}

/** The artifact with an id. */
export function artifact(id: string): ApiArtifact {
  const found = apiArtifacts.find((it) => it.id === id);
  assert.ok(found, `there is no artifact ${id}`);
  return found;
}

/** The addresses of an API on a site with a name. */
export function linksOf(api: Api): Links {
  const urls = urlsUnder('/', 'https://errors.example.com');
  return {
    api: urls.absolute(urls.api(api.id)),
    code: (code) => urls.absolute(urls.code(api.id, code)),
    named: codeNames(api),
  };
}

/** A folder that is gone when the tests of the file are over. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'errorbook-artifacts-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** For Go: nothing is fetched, and what is compiled once stays in the project. */
export const OFFLINE = {
  GOFLAGS: '-mod=mod',
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  GOCACHE: join(ROOT, 'node_modules/.cache/go'),
};

/** Runs a program, which must end well and say nothing of a mistake; what it wrote. */
export function ran(
  program: string,
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
  input = '',
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  assert.ifError(error);
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' }, `${program} ${args.join(' ')}\n${stdout}`);
  return stdout;
}
