import type { Diagnostic } from '../diagnostic.ts';
import type { ApiDraft, CodeDraft, DomainDraft, GuideDraft } from '../draft.ts';
import { diagnose } from '../rule.ts';
import { apiSchema } from '../schema/api.ts';
import { codeSchema } from '../schema/code.ts';
import { domainSchema } from '../schema/domain.ts';
import { guideSchema } from '../schema/guide.ts';
import { ID } from '../schema/text.ts';
import type { Document, SourceFile } from '../source/document.ts';
import { readJson } from '../source/json.ts';
import { readMdx } from '../source/mdx.ts';
import { readYaml } from '../source/yaml.ts';
import { badName, badNameFinding, RESERVED } from './rules/bad-name.ts';
import { duplicateKey, duplicateKeyFinding } from './rules/duplicate-key.ts';
import { missingFile, noApiFile, noDomainFile } from './rules/missing-file.ts';
import { outsideFile, outsideFileFinding } from './rules/outside-file.ts';
import { encodingFinding, syntax, syntaxFinding } from './rules/syntax.ts';
import { strayFile, twoFiles, unlistedDomain, unlistedFile } from './rules/unlisted-file.ts';
import { isMapping, shape } from './shape.ts';

export { missingField } from './rules/missing-field.ts';
export { unknownKey } from './rules/unknown-key.ts';
export { wrongValue } from './rules/wrong-value.ts';
/** The rules that reading itself holds. */
export { badName, duplicateKey, missingFile, outsideFile, syntax, unlistedFile };

/**
 * Reads the files of a registry. What cannot be read is left out and has its diagnostics, in no order; bad input never throws.
 */
export function load(sources: readonly SourceFile[]): { apis: ApiDraft[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const apis: ApiDraft[] = [];
  for (const [folder, files] of foldersOf(sources, diagnostics)) {
    const api = loadApi(folder, files, diagnostics);
    if (api) apis.push(api);
  }
  return { apis, diagnostics };
}

/** What one folder holds, sorted out by what each file is for. */
interface Folder {
  data: Map<string, Document>;
  guides: Map<string, SourceFile>;
  damaged: boolean;
}

function foldersOf(sources: readonly SourceFile[], diagnostics: Diagnostic[]): Map<string, Folder> {
  const folders = new Map<string, Folder>();
  for (const source of [...sources].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const parts = source.path.split('/');
    const file = parts.pop()!;
    const [folder, guides, ...deeper] = parts;
    const match = /^(.*)\.(yaml|yml|json|mdx)$/.exec(file);
    if (isRemark(file)) continue;
    if (source.trouble || !folder || !match || deeper.length > 0 || (guides !== undefined && guides !== 'guides')) {
      diagnostics.push(refuse(source));
      continue;
    }
    const inside = folders.get(folder) ?? { data: new Map(), guides: new Map(), damaged: false };
    folders.set(folder, inside);
    const [, name = '', extension] = match;
    if (guides && extension === 'mdx') inside.guides.set(name, source);
    else if (guides || extension === 'mdx') diagnostics.push(refuse(source));
    else addData(inside, name, readData(source, extension === 'json', inside, diagnostics), diagnostics);
  }
  return folders;
}

/** Files for people: they are no part of the registry, and no mistake. */
function isRemark(file: string): boolean {
  return file.startsWith('.') || /^(readme|license|changelog)(\.[a-z]+)?$/i.test(file);
}

function refuse(source: SourceFile): Diagnostic {
  const document = empty(source.path);
  if (source.trouble === 'outside') return diagnose(outsideFile, outsideFileFinding(document));
  if (source.trouble === 'encoding') return diagnose(syntax, encodingFinding(document));
  return diagnose(unlistedFile, strayFile(document));
}

function empty(path: string): Document {
  return { path, text: '', value: {}, problems: [], locate: () => [0, 0] };
}

function readData(source: SourceFile, json: boolean, folder: Folder, diagnostics: Diagnostic[]): Document {
  const document = json ? readJson(source) : readYaml(source);
  diagnostics.push(...problemsOf(document));
  folder.damaged ||= isDamaged(document);
  return document;
}

function problemsOf(document: Document): Diagnostic[] {
  return document.problems.flatMap((problem) => {
    if (problem.kind === 'syntax') return [diagnose(syntax, syntaxFinding(document, problem))];
    return [diagnose(duplicateKey, duplicateKeyFinding(document, problem))];
  });
}

/** After a syntax error the rest of a file is a guess, so nothing more is said of it. */
function isDamaged(document: Document): boolean {
  return document.problems.some(({ kind }) => kind === 'syntax');
}

function addData(folder: Folder, name: string, document: Document, diagnostics: Diagnostic[]): void {
  const first = folder.data.get(name);
  if (first) diagnostics.push(diagnose(unlistedFile, twoFiles(document, first)));
  else folder.data.set(name, document);
}

function loadApi(id: string, folder: Folder, diagnostics: Diagnostic[]): ApiDraft | undefined {
  const document = folder.data.get('api');
  if (!document) {
    const any = folder.data.values().next().value?.path ?? folder.guides.values().next().value?.path ?? `${id}/`;
    diagnostics.push(diagnose(missingFile, noApiFile(empty(any), id)));
    return undefined;
  }
  if (!ID.test(id) || RESERVED.has(id)) diagnostics.push(diagnose(badName, badNameFinding(document, 'folder', id)));
  const api: ApiDraft = { id, document, entry: {}, domains: [], guides: [], damaged: folder.damaged };
  const read = shape(apiSchema, document.value, document, []);
  api.entry = read.entry;
  if (!isDamaged(document)) diagnostics.push(...read.diagnostics);
  loadDomains(api, folder, diagnostics);
  for (const [name, source] of folder.guides) api.guides.push(loadGuide(name, source, diagnostics));
  api.guides.sort((a, b) => (a.entry.order ?? 0) - (b.entry.order ?? 0) || (a.id < b.id ? -1 : 1));
  return api;
}

function loadDomains(api: ApiDraft, folder: Folder, diagnostics: Diagnostic[]): void {
  const listed = api.entry.domains ?? [];
  for (const [index, name] of listed.entries()) {
    const document = name === 'api' ? undefined : folder.data.get(name);
    const at = { document: api.document, path: ['domains', index], part: 'value' } as const;
    if (document && !api.domains.some(({ id }) => id === name))
      api.domains.push(loadDomain(name, document, diagnostics));
    else if (!document) diagnostics.push(diagnose(missingFile, noDomainFile(at, api.id, name)));
  }
  if (!api.entry.domains) return;
  const list = { document: api.document, path: ['domains'], part: 'key' } as const;
  for (const [name, document] of folder.data) {
    if (name === 'api' || listed.includes(name)) continue;
    diagnostics.push(diagnose(unlistedFile, unlistedDomain(document, name, list)));
  }
}

const domainWithoutCodes = domainSchema.omit({ codes: true });

function loadDomain(id: string, document: Document, diagnostics: Diagnostic[]): DomainDraft {
  const found: Diagnostic[] = [];
  const { codes, ...rest } = isMapping(document.value) ? document.value : { codes: undefined };
  const whole = isMapping(document.value) && isMapping(codes);
  // the codes are read one by one below; here an empty mapping stands for them
  const read = shape(whole ? domainWithoutCodes : domainSchema, whole ? rest : document.value, document, []);
  found.push(...read.diagnostics);
  const domain: DomainDraft = { id, document, entry: read.entry, codes: [] };
  for (const [code, value] of Object.entries(isMapping(codes) ? codes : {})) {
    const { entry, diagnostics: problems } = shape(codeSchema, value, document, ['codes', code]);
    domain.codes.push({ code, domain, entry } satisfies CodeDraft);
    found.push(...problems);
  }
  if (!isDamaged(document)) diagnostics.push(...found);
  return domain;
}

function loadGuide(id: string, source: SourceFile, diagnostics: Diagnostic[]): GuideDraft {
  const document = readMdx(source);
  if (!ID.test(id)) diagnostics.push(diagnose(badName, badNameFinding(document, 'guide', id)));
  const { entry, diagnostics: found } = shape(guideSchema, document.value, document, []);
  diagnostics.push(...problemsOf(document));
  if (!isDamaged(document)) diagnostics.push(...found);
  return { id, document, entry };
}
