import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ts from 'typescript';
import { readRuntimes } from '../../src/cli/runtimes.ts';
import {
  type Api,
  apiArtifacts,
  type Checked,
  codeArtifacts,
  codeNames,
  compare,
  type Diagnostic,
  decode,
  decodeIndex,
  errorsSchema,
  examplesOf,
  guideArtifacts,
  type Links,
  mockOf,
  type Registry,
  responseText,
  rules,
  type SourceFile,
} from '../../src/index.ts';
import { plainParts } from '../../src/site/prose-tree.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { present } from '../helpers/present.ts';

const runtimes = await readRuntimes();

const KNOWN = new Set(rules.map(({ id }) => id));

/** Holds what is true of every check: known rules, texts, places inside the files, and counts that agree. */
export function expectSound({ diagnostics, registry, counts }: Checked, sources: readonly SourceFile[]): void {
  const byPath = Map.groupBy(sources, ({ path }) => path);
  // of two files with one path, which no disk has, each is read; a place in either of them is in one of them
  const texts = [...byPath].map(([path, files]): [string, string[]] => [path, longest(files).split('\n')]);
  const lines = new Map(texts);
  for (const diagnostic of diagnostics) {
    assert.ok(KNOWN.has(diagnostic.rule), `\`${diagnostic.rule}\` is a rule`);
    assert.ok(diagnostic.message && diagnostic.fix, `\`${diagnostic.rule}\` says what is wrong and how to fix it`);
    for (const span of [diagnostic, ...diagnostic.also]) expectInside(span, lines);
  }
  assert.equal(registry === undefined, counts.errors > 0);
  assert.equal(counts.errors + counts.warnings, diagnostics.length);
}

function longest(files: readonly SourceFile[]): string {
  const texts = files.map(({ text }) => text.replace(/^\ufeff/, ''));
  return texts.reduce((a, b) => (b.split('\n').length > a.split('\n').length ? b : a));
}

function expectInside(
  { file, start, end }: Pick<Diagnostic, 'file' | 'start' | 'end'>,
  all: Map<string, string[]>,
): void {
  const lines = all.get(file) ?? (file.endsWith('/') ? [''] : undefined);
  assert.ok(lines, `${file} is a file of the registry`);
  for (const { line, column } of [start, end]) {
    assert.ok(line >= 1 && line <= lines.length, `${file}:${line} is inside the file`);
    assert.ok(
      column >= 1 && column <= present(lines[line - 1]).length + 1,
      `${file}:${line}:${column} is inside its line`,
    );
  }
  assert.ok(
    start.line < end.line || (start.line === end.line && start.column <= end.column),
    `${file}:${start.line} ends after it starts`,
  );
}

const urls = urlsUnder('/');

function linksOf(api: Api): Links {
  return { api: urls.api(api.id), code: (code) => urls.code(api.id, code), named: codeNames(api) };
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const fitsErrorsJson = ajv.compile(errorsSchema());

/** Holds what is true of every accepted registry: it equals itself, and everything can be made from it. */
export function expectUsable({ snapshots }: Checked, registry: Registry): void {
  assert.deepEqual(compare(snapshots(), snapshots()), [], 'nothing changed');
  const index = decodeIndex(registry, {
    apiHref: ({ id }) => urls.api(id),
    codeHref: ({ id }, { code }) => urls.code(id, code),
    prose: plainParts,
  });
  const mock = mockOf(registry, urls.code);
  for (const api of registry.apis) {
    for (const code of api.codes) {
      for (const { response } of examplesOf(api, code, urls.code(api.id, code.code)))
        decode(responseText(response), index, 0);
      const { status } = mock({ target: `/${api.id}/${code.address}`, prefer: '' });
      assert.ok(status >= 200 && status <= 599, `the mock server answers ${code.code}`);
    }
  }
}

/** Holds that all files for programs can be made, and are what their names say. */
export function expectArtifacts(api: Api): void {
  const links = linksOf(api);
  for (const { id, path, make } of apiArtifacts) expectWellFormed(id, path, make(api, links, runtimes));
  for (const code of api.codes) {
    for (const { id, pathOf, makeFor } of codeArtifacts) expectWellFormed(id, pathOf(code), makeFor(api, code, links));
  }
  for (const guide of api.guides) {
    for (const { id, pathOf, makeFor } of guideArtifacts)
      expectWellFormed(id, pathOf(guide), makeFor(api, guide, links));
  }
}

function expectWellFormed(id: string, path: string, text: string): void {
  assert.ok(text.isWellFormed(), `${path} can be written as UTF-8`);
  if (path.endsWith('.ts')) expectTypeScript(path, text);
  if (!path.endsWith('.json')) return;
  const value: unknown = JSON.parse(text);
  if (id === 'json')
    assert.ok(fitsErrorsJson(value), `${path} fits its schema: ${ajv.errorsText(fitsErrorsJson.errors)}`);
}

function expectTypeScript(path: string, text: string): void {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  // a whole program would say the same, and take many times as long
  const problems: unknown = Reflect.get(file, 'parseDiagnostics');
  assert.deepEqual(problems, [], `${path} is TypeScript`);
}
