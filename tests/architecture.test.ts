import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './helpers/fixture.ts';
import { present } from './helpers/present.ts';

/** An import as it is written: who, and what; a file of ours by its path, a package by its name. */
interface Import {
  from: string;
  to: string;
  /** Types leave no trace when the program runs. */
  typeOnly: boolean;
  /** Loaded when a function asks for it. */
  dynamic: boolean;
}

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
    ...text.matchAll(/\b(import\()()\s*['"]([^'"]+)['"]/g),
  ].map(([, kind, type, to]) => ({
    from,
    // Vite's `?inline` gives the text of a file of styles, and `?url` its address
    to: present(to).startsWith('.')
      ? posix.join(dirname(from), present(to)).replace(/\.css\?(?:inline|url)$/, '.css')
      : present(to),
    typeOnly: type !== undefined && type !== '',
    dynamic: kind === 'import(',
  })),
);

/** The imports that break a rule, as a person would name them. */
function offenders(broken: (it: Import) => boolean): string[] {
  return IMPORTS.filter(broken).map(({ from, to }) => `${from} imports ${to}`);
}

const inside = (file: string, ...folders: string[]) => folders.some((folder) => file.startsWith(`src/${folder}/`));
const isOurs = (file: string) => file.startsWith('src/');
/** Parts of generated programs: our program embeds their text, and nothing of it runs here. */
const RUNTIMES = 'artifacts/runtimes';
const roomOf = (file: string) => present(file.split('/')[1]);

test('every import of a file of ours leads to a file that is there, with its ending', () => {
  const known = /\.(?:ts|astro|mjs|css|mdx)$/;
  assert.ok(IMPORTS.length > 300, `${IMPORTS.length} imports`);
  assert.deepEqual(
    offenders(({ to }) => isOurs(to) && (!known.test(to) || (!to.endsWith('.css') && !TEXTS.has(to)))),
    [],
  );
});

/** The rooms of the core, from the ground up: each with the rooms that it may import beside itself. */
const ROOMS: Record<string, readonly string[]> = {
  model: [],
  load: ['model'],
  config: ['load', 'model'],
  changes: ['load', 'model'],
  decode: ['model'],
  view: ['model'],
  artifacts: ['model', 'view'],
  evidence: ['load', 'model'],
  mock: ['model'],
  import: ['load', 'model'],
};

/** What puts the rooms together: the check itself, the library's door, and the door for scripts in a browser. */
const DOORS = ['src/check.ts', 'src/index.ts', 'src/browser.ts'];

const CORE = Object.keys(ROOMS);

/** What the formats of imports are read with; of `typescript` only its types, because the caller hands in the compiler. */
const OF_IMPORT = ['csv-parse/sync', 'markdown-it', 'typescript'];

const inCore = (file: string) => inside(file, ...CORE) || DOORS.includes(file);

test('the core is pure: nine packages, of which the compiler is handed in, and nothing of Node, Astro or the rest of the program', () => {
  const allowed = new Set(['zod', 'yaml', 'jsonc-parser', 'satteri', 'github-slugger', 'image-size', ...OF_IMPORT]);
  assert.deepEqual(
    offenders(({ from, to }) => inCore(from) && !inCore(to) && !allowed.has(to)),
    [],
  );
});

test('the core reads no clock, no chance, no process and no network', () => {
  const ambient =
    /\b(?:process|globalThis|Date(?!\.parse\b)|performance|fetch|require|setTimeout|Math\.random|console|import\.meta)\b\s*[.(]/;
  const text = (file: string) => withoutStrings(withoutComments(present(TEXTS.get(file))));
  const ours = FILES.filter((file) => inCore(file) && !inside(file, RUNTIMES));
  const guilty = ours.filter((file) => ambient.test(text(file)));
  assert.deepEqual(guilty, []);
});

test('nothing changes the current folder', () => {
  assert.deepEqual(
    FILES.filter((file) => /\bchdir\b/.test(withoutComments(present(TEXTS.get(file))))),
    [],
  );
});

test('the runtimes of generated programs import nothing but their neighbors, and nothing imports them', () => {
  assert.ok(FILES.some((file) => inside(file, RUNTIMES)));
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, RUNTIMES) !== inside(to, RUNTIMES)),
    [],
  );
});

test('imports between the rooms of the core point one way', () => {
  const rooms = ({ from, to }: Import) => inside(from, ...CORE) && inside(to, ...CORE);
  assert.deepEqual(
    offenders(
      (it) =>
        rooms(it) && roomOf(it.from) !== roomOf(it.to) && !present(ROOMS[roomOf(it.from)]).includes(roomOf(it.to)),
    ),
    [],
  );
});

test('a room has one door, its index.ts; the files of the model, which are the words of all others, are imported one by one', () => {
  assert.deepEqual(
    offenders(
      ({ from, to }) =>
        isOurs(to) &&
        inside(to, ...CORE) &&
        roomOf(from) !== roomOf(to) &&
        roomOf(to) !== 'model' &&
        to !== `src/${roomOf(to)}/index.ts`,
    ),
    [],
  );
});

test('the addresses of pages are made in one file', () => {
  const shape = /\berrors\/(?:\$\{|['"`])|\b(?:domains|guides)\/\$\{[^}]*\}\//;
  const guilty = FILES.filter(
    (file) => !inside(file, RUNTIMES) && shape.test(withoutComments(present(TEXTS.get(file)))),
  );
  // the changes of lists and texts name parts of an API's files, such as `domains/billing/title`, which are no addresses
  assert.deepEqual(guilty, ['src/changes/lists.ts', 'src/changes/prose.ts', 'src/model/addresses.ts']);
});

test('no room holds more than a third of the code', () => {
  const lines = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + present(TEXTS.get(file)).split('\n').length, 0);
  const all = lines(FILES);
  const large = [...Map.groupBy(FILES, roomOf)].filter(([, files]) => lines(files) * 3 > all).map(([room]) => room);
  assert.deepEqual(large, []);
});

test('the readers of formats know no schema: of the rest they use the form of a position, and which characters steer a terminal', () => {
  const known = new Set(['src/load/diagnostic.ts', 'src/model/control.ts', 'src/model/once.ts']);
  assert.deepEqual(
    offenders(
      ({ from, to }) => inside(from, 'load/source') && isOurs(to) && !inside(to, 'load/source') && !known.has(to),
    ),
    [],
  );
});

test('nothing imports in circles, types included', () => {
  const next = Map.groupBy(
    IMPORTS.filter(({ to }) => isOurs(to)),
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
  const isRule = (file: string) => /^src\/(?:\w+\/)+rules\//.test(file);
  assert.deepEqual(
    offenders(({ from, to }) => isRule(from) && isRule(to)),
    [],
  );
});

test('the core has three doors: index.ts, check.ts for what only checks, and browser.ts for what loads no package, as the client does', () => {
  const doors = (from: string) => [
    'src/browser.ts',
    ...(inside(from, 'client') ? [] : ['src/index.ts', 'src/check.ts']),
  ];
  assert.deepEqual(
    offenders(({ from, to }) => !inCore(from) && inCore(to) && !doors(from).includes(to)),
    [],
  );
});

/** The packages that are loaded with a file; what it imports when a function asks for it doesn't count. */
function packagesOf(file: string): string[] {
  const loaded = new Set([file]);
  for (const it of loaded) {
    for (const { from, to, typeOnly, dynamic } of IMPORTS) if (from === it && !typeOnly && !dynamic) loaded.add(to);
  }
  return [...loaded].filter((it) => !isOurs(it) && !it.startsWith('node:')).sort();
}

test('nothing behind the door for browsers loads a package', () => {
  assert.deepEqual(packagesOf('src/browser.ts'), []);
});

test('a command loads its own packages alone: help none, and a check those that read the files of a registry', () => {
  assert.deepEqual(packagesOf('src/cli/main.ts'), []);
  assert.deepEqual(packagesOf('src/cli/check.ts'), [
    'github-slugger',
    'image-size',
    'jsonc-parser',
    'satteri',
    'yaml',
    'zod',
  ]);
  for (const name of ['publish', 'sweep', 'comment', 'pull-request'])
    assert.deepEqual(packagesOf(`src/cli/${name}.ts`), [], name);
});

/** Outside the core, each folder and the folders of ours that it may import beside itself. */
const FOLDERS: Record<string, string[]> = {
  hosts: [],
  init: ['core'],
  bench: ['core', 'client', 'cli'],
  cli: ['core', 'site', 'shared', 'hosts', 'init'],
  site: ['core', 'shared'],
  client: ['core', 'shared', 'styles'],
  shared: ['core'],
  components: ['core', 'site', 'shared', 'styles'],
  layouts: ['core', 'site', 'components', 'styles', 'client'],
  pages: ['core', 'site', 'components', 'layouts', 'client', 'styles'],
  embed: ['core', 'site', 'components', 'pages', 'styles'],
  styles: [],
};

test('folders import one way: components no layouts, layouts no pages, the client nothing of the site', () => {
  const folderOf = (file: string) => (inCore(file) ? 'core' : roomOf(file));
  // env.d.ts, which is in no folder, only gives the types of modules that the command line makes
  const outside = ({ from, to }: Import) =>
    from !== 'src/env.d.ts' && !inCore(from) && isOurs(to) && folderOf(from) !== folderOf(to);
  assert.deepEqual(
    offenders((it) => outside(it) && !FOLDERS[folderOf(it.from)]?.includes(folderOf(it.to))),
    [],
  );
  assert.deepEqual(
    [...new Set(FILES.map(folderOf))].filter(
      (folder) => folder !== 'core' && !FOLDERS[folder] && !folder.includes('.'),
    ),
    [],
  );
});

test('the command line takes from the site what needs no Astro: addresses, aliases, texts, prose, the theme of code, guides, previews, files for programs and values of pages', () => {
  const allowed = new Set([
    'src/site/aliases.ts',
    'src/site/code-theme.ts',
    'src/site/code-values.ts',
    'src/site/escape.ts',
    'src/site/files.ts',
    'src/site/guide-content.ts',
    'src/site/markdown.ts',
    'src/site/preview-parts.ts',
    'src/site/prose-tree.ts',
    'src/site/site.ts',
    'src/site/texts.ts',
    'src/site/urls.ts',
  ]);
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, 'cli') && inside(to, 'site') && !allowed.has(to)),
    [],
  );
});

test('what init writes is decided without files: its room is pure, and has one door', () => {
  // the last is in the text of a configuration
  const allowed = ['yaml', 'jsonc-parser', 'errorbook/config'];
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, 'init') && !isOurs(to) && !allowed.includes(to)),
    [],
  );
  assert.deepEqual(
    offenders(({ from, to }) => !inside(from, 'init') && inside(to, 'init') && to !== 'src/init/index.ts'),
    [],
  );
});

test('components take data: of the core they know types alone', () => {
  assert.deepEqual(
    offenders(({ from, to, typeOnly }) => inside(from, 'components', 'layouts') && inCore(to) && !typeOnly),
    [],
  );
});

/** The title component of the site that ours is part of, which only a build knows. */
const title = (file: string) => file === 'src/embed/PageTitle.astro';

test('pages alone know the build: page objects, components and layouts get the registry and the environment from them', () => {
  assert.deepEqual(
    offenders(({ from, to }) => to.startsWith('virtual:') && !inside(from, 'pages') && !title(from)),
    [],
  );
  assert.deepEqual(
    FILES.filter((file) => !inside(file, 'pages', 'bench') && /\bimport\.meta\.env\b/.test(TEXTS.get(file) ?? '')),
    [],
  );
});

test('page objects keep nothing between sites: no variable of a module is filled later', () => {
  const memory = /^(?:export )?(?:let|var)\b|^(?:export )?const \w+ = new (?:Weak)?(?:Map|Set)(?:<[^\n]*>)?\(\);/m;
  assert.deepEqual(
    FILES.filter((file) => inside(file, 'site', 'components') && memory.test(TEXTS.get(file) ?? '')),
    [],
  );
});

test('the benchmark takes from the client the search engine alone, to measure it', () => {
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, 'bench') && inside(to, 'client') && to !== 'src/client/search/engine.ts'),
    [],
  );
});

test('the client imports one package: the one that indexes words', () => {
  assert.deepEqual(
    offenders(({ from, to }) => inside(from, 'client') && !isOurs(to) && to !== 'minisearch'),
    [],
  );
});

test('only the command line and the benchmark print', () => {
  const prints = /\bconsole\s*\.|\bprocess\s*\.\s*(?:stdout|stderr)\b/;
  const guilty = FILES.filter(
    (file) => !inside(file, 'cli', 'bench') && prints.test(withoutComments(present(TEXTS.get(file)))),
  );
  assert.deepEqual(guilty, []);
});

test('inside the command line, streams are touched where it begins alone', () => {
  const streams = /\bconsole\s*\.|\bprocess\s*\.\s*(?:stdout|stderr)\b/;
  const touching = FILES.filter(
    (file) => inside(file, 'cli') && streams.test(withoutComments(present(TEXTS.get(file)))),
  );
  assert.deepEqual(touching, ['src/cli/errorbook.mjs', 'src/cli/io.ts']);
});

/** Program text without what is in its strings; of a template, what is computed stays. */
function withoutStrings(text: string): string {
  return text
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replaceAll(/`(?:[^`\\]|\\.)*`/g, (template) =>
      [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, it]) => it).join(' '),
    );
}

/** Program text without its comments; good enough for what is looked for above. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

/** Lists that are short whatever the registry says. */
const SHORT_LISTS: Record<string, string> = {
  'src/changes/approve.ts': 'the two keys of a change',
  'src/cli/format/entry.ts': 'the facts of one code',
  'src/cli/generate.ts': 'the artifacts that there are',
  'src/client/search/combobox.ts': 'the hits that a search shows',
  'src/client/search/mark.ts': 'the two ends of a sentence',
  'src/client/search/page.ts': 'the filters, and one page of results',
};

test('no list that a registry makes long is passed as arguments, which ends in a RangeError', () => {
  const spread =
    /\.(?:push|unshift|concat|replaceChildren)\(\.\.\.|\bMath\.(?:max|min)\((?:[^()]*, )?\.\.\.|\.fromCharCode\(\.\.\./;
  const guilty = FILES.filter(
    (file) => !inside(file, 'bench') && spread.test(withoutComments(present(TEXTS.get(file)))),
  );
  assert.deepEqual(
    guilty,
    Object.keys(SHORT_LISTS).sort(),
    'append() and greatest() of src/model/append.ts take any number',
  );
});
