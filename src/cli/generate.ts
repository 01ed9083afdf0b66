import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type Api,
  type ApiArtifact,
  apiArtifacts,
  type CodeArtifact,
  codeArtifacts,
  codeNames,
  type DomainArtifact,
  domainArtifacts,
  type GuideArtifact,
  guideArtifacts,
  nearest,
  withId,
} from '../index.ts';
import type { Command } from './command.ts';
import type { Options } from './flags.ts';
import { unifiedDiff } from './format/unified-diff.ts';
import { withMatter } from './front-matter.ts';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.ts';
import { shownPath } from './options.ts';
import { isMissing } from './output/real-path.ts';
import { writeWhole } from './output/write-whole.ts';
import { apiNamed, linksOf, registryOf } from './registry.ts';
import { readRuntimes } from './runtimes.ts';

export const generate: Command = {
  options: [
    'api',
    'artifact',
    'code',
    'domain',
    'guide',
    'front-matter',
    'generator',
    'out',
    'check',
    'list',
    'contracts',
    'config',
    'site',
    'base',
  ],
  values: { out: 'FILE' },
  async run(options, io, _argument, configuration) {
    if (options.list === true) {
      io.out(listed());
      return EXIT.done;
    }
    const artifact = artifactNamed(options);
    const registry = await registryOf(options, io, 'Nothing was written; fix the errors above first.', configuration);
    if (!registry) return EXIT.registryHasErrors;
    const api = apiNamed(registry, options);
    const { renamed, ...named } = currentNames(api, options);
    const text = await textOf(artifact, api, { ...options, ...named });
    const shown = withMatter(text, artifact, api, { ...options, ...named });
    const status = await deliver(shown, options, io);
    if (renamed !== undefined) io.err(renamed);
    if (options.site === undefined && options.generator === undefined && text.includes(linksOf(options, api).api))
      io.err(withoutSite(options, api));
    return status;
  },
};

/** What the reader of a file can't know: where its addresses begin. */
function withoutSite(options: Options, api: Api): string {
  return `Without --site, this file names addresses without a host, such as ${linksOf(options, api).api}; add --site https://… where the site is known.`;
}

/** What is wanted, by the name that it has now; `renamed` says so where that is another one. */
function currentNames(api: Api, { code, domain, guide }: Options): Named & { renamed?: string } {
  const wanted = { code, domain, guide };
  const now: Named = {
    code: code === undefined ? undefined : codeNames(api)(code)?.code,
    domain: domain === undefined ? undefined : withId(domain, api.domains)?.id,
    guide: guide === undefined ? undefined : withId(guide, api.guides)?.id,
  };
  for (const kind of ['code', 'domain', 'guide'] as const) {
    const name = now[kind];
    if (name === undefined || name === wanted[kind]) continue;
    return { ...wanted, [kind]: name, renamed: `The ${kind} \`${wanted[kind]}\` is called \`${name}\` now.` };
  }
  return wanted;
}

type Named = Pick<Options, 'code' | 'domain' | 'guide'>;

type Artifact = ApiArtifact | CodeArtifact | DomainArtifact | GuideArtifact;

const ALL: readonly Artifact[] = [...apiArtifacts, ...codeArtifacts, ...domainArtifacts, ...guideArtifacts];

function listed(): string {
  const width = Math.max(...ALL.map(({ id }) => id.length));
  const line = ({ id, summary }: Artifact, path: string) =>
    `${id.padEnd(width)}  ${summary} Published as {api}/${path}`;
  return [
    ...apiArtifacts.map((it) => line(it, it.path)),
    ...codeArtifacts.map((it) => line(it, 'errors/{code}.* for each code; needs --code.')),
    ...domainArtifacts.map((it) => line(it, 'domains/{domain}.* for each domain; needs --domain.')),
    ...guideArtifacts.map((it) => line(it, 'guides/{guide}.* for each guide; needs --guide.')),
  ].join('\n');
}

function artifactNamed({ artifact: id }: Options): Artifact {
  const found = ALL.find((it) => it.id === id);
  if (found) return found;
  const known = ALL.map((it) => it.id).join(', ');
  if (id === undefined) throw new UsageError(`--artifact is missing; it takes one of: ${known}.`);
  throw new UsageError(`There is no artifact \`${id}\`; --artifact takes one of: ${known}.`);
}

async function textOf({ id }: Artifact, api: Api, options: Options): Promise<string> {
  const links = linksOf(options, api);
  const ofCode = codeArtifacts.find((it) => it.id === id);
  const ofDomain = domainArtifacts.find((it) => it.id === id);
  const ofGuide = guideArtifacts.find((it) => it.id === id);
  const about = ofCode ? 'code' : ofDomain ? 'domain' : ofGuide ? 'guide' : undefined;
  for (const option of ['code', 'domain', 'guide'] as const) {
    if (options[option] === undefined || option === about) continue;
    throw new UsageError(`\`${id}\` is about ${about ? `one ${about}` : 'the whole API'}; remove --${option}.`);
  }
  if (ofCode) {
    const code = api.codes.find((it) => it.code === options.code);
    const codes = api.codes.map((it) => it.code);
    return ofCode.makeFor(api, code ?? missing(id, 'code', options.code, api, codes), links);
  }
  if (ofDomain) {
    const domain = api.domains.find((it) => it.id === options.domain);
    const domains = api.domains.map((it) => it.id);
    return ofDomain.makeFor(api, domain ?? missing(id, 'domain', options.domain, api, domains), links);
  }
  if (ofGuide) {
    const guide = api.guides.find((it) => it.id === options.guide);
    const guides = api.guides.map((it) => it.id);
    return ofGuide.makeFor(api, guide ?? missing(id, 'guide', options.guide, api, guides), links);
  }
  const ofApi = apiArtifacts.find((it) => it.id === id);
  return ofApi ? ofApi.make(api, links, await readRuntimes()) : '';
}

function missing(id: string, what: string, named: string | undefined, { title }: Api, all: readonly string[]): never {
  if (named === undefined) throw new UsageError(`\`${id}\` is about one ${what}; name it with --${what}.`);
  const meant = nearest(named, all);
  throw new UsageError(`${title} has no ${what} \`${named}\`${meant ? `; did you mean \`${meant}\`?` : '.'}`);
}

/** To the file, or to the caller where none is named; under `--check` nothing is written. */
async function deliver(text: string, options: Options, io: Io): Promise<ExitStatus> {
  const { out } = options;
  if (out === undefined || out === '') {
    if (options.check === true || out === '') throw new UsageError('--out is missing; name the file.');
    io.out(text.replace(/\n$/, ''));
    return EXIT.done;
  }
  const file = resolve(io.cwd, String(out));
  const shown = shownPath(file, io);
  const before = await textIn(file);
  if (before === text) {
    io.out(`${shown} is up to date.`);
    return EXIT.done;
  }
  if (options.check === true) {
    io.out(before === undefined ? `${shown} is missing.` : unifiedDiff(before, text, shown));
    io.err(`${shown} is out of date; run the same command without --check to update it.`);
    return EXIT.registryHasErrors;
  }
  await writeWhole(file, text);
  io.out(`${before === undefined ? 'Wrote' : 'Updated'} ${shown}.`);
  return EXIT.done;
}

/** The text of a file; undefined if there is none, or something that is no file, such as a pipe. */
async function textIn(file: string): Promise<string | undefined> {
  try {
    return (await stat(file)).isFile() ? await readFile(file, 'utf8') : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
