import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './helpers/fixture.ts';

/** An import as it is written: who, and what; a file of ours by its path, a package by its name. */
interface Import {
  from: string;
  to: string;
  /** Types leave no trace when the program runs. */
  typeOnly: boolean;
}

/** Parts of generated programs: our program embeds their text, and nothing of it runs here. */
const RUNTIMES = 'registry/artifacts/runtimes';

const FILES = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => posix.join(entry.parentPath.slice(ROOT.length).replaceAll('\\', '/'), entry.name))
  .filter((file) => ['.ts', '.astro', '.mjs'].includes(extname(file)))
  .sort();

const TEXTS = new Map(FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

const IMPORTS: Import[] = [...TEXTS].flatMap(([from, text]) =>
  [
    ...text.matchAll(/^\s*(import|export)(\s+type)?\s[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*(import)()\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\b(import)()\(\s*['"]([^'"]+)['"]/g),
  ].map(([, , type, to]) => ({
    from,
    to: to!.startsWith('.') ? posix.join(dirname(from), to!) : to!,
    typeOnly: type !== undefined && type !== '',
  })),
);

/** The imports that break a rule, as a person would name them. */
function offenders(broken: (it: Import) => boolean): string[] {
  return IMPORTS.filter(broken).map(({ from, to }) => `${from} imports ${to}`);
}

const inside = (file: string, ...folders: string[]) => folders.some((folder) => file.startsWith(`src/${folder}/`));
const isOurs = (file: string) => file.startsWith('src/');

test('every import of a file of ours leads to a file that is there, with its ending', () => {
  const known = /\.(?:ts|astro|mjs|css|mdx)$/;
  assert.ok(IMPORTS.length > 300, `${IMPORTS.length} imports`);
  assert.deepEqual(
    offenders(({ to }) => isOurs(to) && (!known.test(to) || (!to.endsWith('.css') && !TEXTS.has(to)))),
    [],
  );
});

test('the registry is pure: four packages, and nothing of Node, Astro or the rest of the program', () => {
  const allowed = new Set(['zod', 'yaml', 'jsonc-parser', 'satteri']);
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, 'registry') && !inside(to, 'registry') && !allowed.has(to)),
    [],
  );
});

test('the registry reads no clock, no chance, no process and no network', () => {
  const ambient =
    /\b(?:process|globalThis|Date(?!\.parse\b)|performance|fetch|require|setTimeout|Math\.random|console|import\.meta)\b\s*[.(]/;
  const text = (file: string) => withoutStrings(withoutRemarks(TEXTS.get(file)!));
  const ours = FILES.filter((file) => inside(file, 'registry') && !inside(file, RUNTIMES));
  const guilty = ours.filter((file) => ambient.test(text(file)));
  assert.deepEqual(guilty, []);
});

test('the runtimes of generated programs import nothing but their neighbors, and nothing imports them', () => {
  assert.ok(FILES.some((file) => inside(file, RUNTIMES)));
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, RUNTIMES) !== inside(to, RUNTIMES)),
    [],
  );
});

/**
 * Inside the registry, each layer and what it may import beside itself. `base` is every file that stands in
 * src/registry itself, but for index.ts; of those, draft.ts and rule.ts know documents and resolve.ts knows drafts.
 */
const LAYERS: Record<string, string[]> = {
  schema: [],
  source: ['base'],
  load: ['schema', 'source', 'base'],
  envelope: ['schema', 'base'],
  decode: ['schema', 'base', 'envelope'],
  lint: ['schema', 'source', 'base', 'envelope'],
  diff: ['schema', 'base', 'envelope'],
  release: ['schema', 'source', 'base', 'diff'],
  artifacts: ['schema', 'base', 'envelope', 'snippets'],
  coverage: ['schema', 'source', 'base', 'envelope'],
  mock: ['schema', 'base', 'envelope'],
  snippets: ['schema', 'base', 'envelope', 'decode'],
  base: ['schema', 'source'],
  index: [
    ...['schema', 'source', 'base', 'load', 'envelope', 'lint', 'diff', 'release'],
    ...['artifacts', 'coverage', 'mock', 'snippets', 'decode'],
  ],
};

function layerOf(file: string): string {
  const [folder, more] = file.replace('src/registry/', '').split('/');
  if (more !== undefined) return folder!;
  return folder === 'index.ts' || folder === 'browser.ts' ? 'index' : 'base';
}

test('inside the registry imports point one way', () => {
  const within = ({ from, to }: Import) => inside(from, 'registry') && inside(to, 'registry');
  assert.deepEqual(
    offenders(
      (it) => within(it) && layerOf(it.from) !== layerOf(it.to) && !LAYERS[layerOf(it.from)]?.includes(layerOf(it.to)),
    ),
    [],
  );
  const used = new Set(FILES.filter((file) => inside(file, 'registry')).map(layerOf));
  assert.deepEqual(
    [...used].filter((layer) => !LAYERS[layer]),
    [],
    'every folder is a layer',
  );
});

test('the readers of formats know no schema, and use of the base only the form of a position', () => {
  const base = new Set(['src/registry/diagnostic.ts']);
  assert.deepEqual(
    offenders(
      ({ from, to }) =>
        inside(from, 'registry/source') && isOurs(to) && !inside(to, 'registry/source') && !base.has(to),
    ),
    [],
  );
});

test('what a program loads has no circles', () => {
  const next = Map.groupBy(
    IMPORTS.filter(({ to, typeOnly }) => isOurs(to) && !typeOnly),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file) || way.includes(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  assert.deepEqual(circles, []);
});

test('a rule imports no other rule', () => {
  const isRule = (file: string) => /^src\/registry\/\w+\/rules\//.test(file);
  assert.deepEqual(
    offenders(({ from, to }) => isRule(from) && isRule(to)),
    [],
  );
});

test('the registry has two doors: index.ts, and for the client browser.ts', () => {
  const door = (from: string) => (inside(from, 'client') ? 'src/registry/browser.ts' : 'src/registry/index.ts');
  assert.deepEqual(
    offenders(({ from, to }) => !inside(from, 'registry') && inside(to, 'registry') && to !== door(from)),
    [],
  );
});

test('nothing behind the door for browsers loads a package', () => {
  const behind = new Set(['src/registry/browser.ts']);
  for (const file of behind) {
    for (const { from, to, typeOnly } of IMPORTS) if (from === file && !typeOnly) behind.add(to);
  }
  assert.deepEqual(
    [...behind].filter((file) => !isOurs(file)),
    [],
  );
});

/** Outside the registry, each folder and the folders of ours that it may import beside itself. */
const FOLDERS: Record<string, string[]> = {
  registry: [],
  hosts: [],
  cli: ['registry', 'site', 'client', 'shared', 'hosts'],
  site: ['registry', 'shared'],
  client: ['registry', 'shared'],
  shared: ['registry'],
  components: ['registry', 'site'],
  layouts: ['registry', 'site', 'components', 'styles', 'client'],
  pages: ['registry', 'site', 'components', 'layouts', 'client', 'styles'],
  styles: [],
};

test('folders import one way: components no layouts, layouts no pages, the client nothing of the site', () => {
  const folderOf = (file: string) => file.split('/')[1]!;
  // env.d.ts, which stands in no folder, only tells the type of a module that the command line makes
  const outside = ({ from, to }: Import) => from !== 'src/env.d.ts' && isOurs(to) && folderOf(from) !== folderOf(to);
  assert.deepEqual(
    offenders((it) => outside(it) && !FOLDERS[folderOf(it.from)]?.includes(folderOf(it.to))),
    [],
  );
  assert.deepEqual(
    [...new Set(FILES.map(folderOf))].filter((folder) => !FOLDERS[folder] && !folder.includes('.')),
    [],
  );
});

test('the command line takes from the site what needs no Astro: addresses, aliases, texts, prose and the theme of code', () => {
  const allowed = new Set([
    'src/site/aliases.ts',
    'src/site/code-theme.ts',
    'src/site/markdown.ts',
    'src/site/texts.ts',
    'src/site/urls.ts',
  ]);
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, 'cli') && inside(to, 'site') && !allowed.has(to)),
    [],
  );
});

test('components take data: of the registry they know types alone', () => {
  assert.deepEqual(
    offenders(({ from, to, typeOnly }) => inside(from, 'components', 'layouts') && inside(to, 'registry') && !typeOnly),
    [],
  );
});

test('the command line takes from the client the search engine alone, to measure it', () => {
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, 'cli') && inside(to, 'client') && to !== 'src/client/search/engine.ts'),
    [],
  );
});

test('the client imports one package: the one that indexes words', () => {
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, 'client') && !isOurs(to) && to !== 'minisearch'),
    [],
  );
});

test('only the command line prints', () => {
  const prints = /\bconsole\s*\.|\bprocess\s*\.\s*(?:stdout|stderr)\b/;
  const guilty = FILES.filter((file) => !inside(file, 'cli') && prints.test(withoutRemarks(TEXTS.get(file)!)));
  assert.deepEqual(guilty, []);
});

test('inside the command line, streams are touched where it begins alone', () => {
  const streams = /\bconsole\s*\.|\bprocess\s*\.\s*(?:stdout|stderr)\b/;
  const touching = FILES.filter((file) => inside(file, 'cli') && streams.test(withoutRemarks(TEXTS.get(file)!)));
  assert.deepEqual(touching, ['src/cli/errorbook.mjs', 'src/cli/io.ts']);
});

/** Program text without what stands in its strings; of a template, what is computed stays. */
function withoutStrings(text: string): string {
  return text
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replaceAll(/`(?:[^`\\]|\\.)*`/g, (template) =>
      [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, it]) => it).join(' '),
    );
}

/** Program text without its remarks; good enough for what is looked for above. */
function withoutRemarks(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

/** Lists that are short whatever the registry says. */
const SHORT_LISTS: Record<string, string> = {
  'src/cli/format/entry.ts': 'the facts of one code',
  'src/cli/generate.ts': 'the artifacts that there are',
  'src/client/search/combobox.ts': 'the hits that a search shows',
  'src/client/search/mark.ts': 'the two ends of a sentence',
  'src/registry/named.ts': 'the runs of backticks in 80 characters',
};

test('no list that a registry makes long is passed as arguments, which ends in a RangeError', () => {
  const spread =
    /\.(?:push|unshift|concat|replaceChildren)\(\.\.\.|\bMath\.(?:max|min)\((?:[^()]*, )?\.\.\.|\.fromCharCode\(\.\.\./;
  const guilty = FILES.filter((file) => !inside(file, 'cli/bench') && spread.test(withoutRemarks(TEXTS.get(file)!)));
  assert.deepEqual(guilty, Object.keys(SHORT_LISTS), 'append() and greatest() of src/registry/append.ts take any number');
});
