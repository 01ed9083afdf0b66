import { append } from '../model/append.ts';
import { CONTROL, LONE_RETURN } from '../model/control.ts';
import { memberOf } from '../model/member.ts';
import { apiSchema } from '../model/schema/api.ts';
import { approvalsSchema } from '../model/schema/approval.ts';
import { baselineSchema } from '../model/schema/baseline.ts';
import { guideSchema } from '../model/schema/guide.ts';
import { ID } from '../model/schema/text.ts';
import { withoutBareStates } from './bare-states.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { ApiDraft, GuideDraft, ReleaseFile } from './draft.ts';
import { loadDomain } from './read-domain.ts';
import { diagnose, diagnoseAll, type Finding, type RuleMeta } from './rule.ts';
import { badName, badNameFinding, NOT_DOMAINS, notADomain, RESERVED } from './rules/bad-name.ts';
import { duplicateKey, duplicateKeyFinding } from './rules/duplicate-key.ts';
import { fixedGap } from './rules/fixed-gap.ts';
import { missingField } from './rules/missing-field.ts';
import { missingFile, noApiFile, noDomainFile } from './rules/missing-file.ts';
import { needlessWaiver } from './rules/needless-waiver.ts';
import { outsideFile, outsideFileFinding } from './rules/outside-file.ts';
import { controlCharacter, crashFinding, encodingFinding, syntax, syntaxFinding } from './rules/syntax.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { strayFile, twoFiles, unlistedDomain, unlistedFile, unreadableFile } from './rules/unlisted-file.ts';
import { listedTwice, statesWithoutGroups, wrongValue } from './rules/wrong-value.ts';
import { shape } from './shape.ts';
import { type Document, emptyDocument, isDamaged, type SourceFile } from './source/document.ts';
import { readJson, readWrittenJson } from './source/json.ts';
import { readMdx } from './source/mdx.ts';
import { readYaml } from './source/yaml.ts';

/** The rules that reading itself holds, in the order of their ids. */
export const loadRules: readonly RuleMeta[] = [
  badName,
  duplicateKey,
  fixedGap,
  missingField,
  missingFile,
  needlessWaiver,
  outsideFile,
  syntax,
  unknownKey,
  unlistedFile,
  wrongValue,
];

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
  releases: ReleaseFile[];
  /** Names of data files that are there but could not be taken at all. */
  refused: Set<string>;
  damaged: boolean;
}

function emptyFolder(): Folder {
  return { data: new Map(), guides: new Map(), releases: [], refused: new Set(), damaged: false };
}

function foldersOf(sources: readonly SourceFile[], diagnostics: Diagnostic[]): Map<string, Folder> {
  const folders = new Map<string, Folder>();
  for (const source of [...sources].sort((a, b) => (a.path < b.path ? -1 : 1)).map(withoutByteOrderMark)) {
    const parts = source.path.split('/');
    const file = parts.pop()!;
    const [folder, group, ...deeper] = parts;
    const match = /^(.*)\.(yaml|yml|json|mdx)$/.exec(file);
    if (isForPeople(file)) continue;
    const misplaced = !folder || !match || deeper.length > 0 || !takes(group, match[2]!);
    if (misplaced) {
      diagnostics.push(refuse(source));
      continue;
    }
    const inside = folders.get(folder) ?? emptyFolder();
    folders.set(folder, inside);
    const [, name = '', extension] = match;
    if (source.trouble) diagnostics.push(refuse(source));
    if (group === 'releases') {
      const document = source.trouble ? emptyDocument(source.path) : readWrittenJson(source);
      inside.releases.push({ name, document, lost: source.trouble !== undefined });
    } else if (source.trouble) {
      if (group || name !== 'approvals') inside.damaged = true;
      if (!group) inside.refused.add(name);
    } else if (group === 'guides') inside.guides.set(name, source);
    else addData(inside, name, readData(source, extension === 'json', diagnostics), diagnostics);
  }
  return folders;
}

/** Whether files of this kind are in an API's folder itself, or in a group below it. */
function takes(group: string | undefined, extension: string): boolean {
  if (group === 'guides') return extension === 'mdx';
  if (group === 'releases') return extension === 'json';
  return group === undefined && extension !== 'mdx';
}

/** Some editors put a byte order mark before a text; it is no part of it. */
function withoutByteOrderMark(source: SourceFile): SourceFile {
  return source.text.startsWith('\ufeff') ? { ...source, text: source.text.slice(1) } : source;
}

/** Files for people: they are no part of the registry, and no mistake. */
function isForPeople(file: string): boolean {
  return file.startsWith('.') || /^(readme|license|changelog)(\.[a-z]+)?$/i.test(file);
}

function refuse(source: SourceFile): Diagnostic {
  const document = emptyDocument(source.path);
  if (source.trouble === 'outside') return diagnose(outsideFile, outsideFileFinding(document));
  if (source.trouble === 'unreadable') return diagnose(unlistedFile, unreadableFile(document));
  if (source.trouble === 'encoding') return diagnose(syntax, encodingFinding(document));
  if (source.trouble === 'crash') return diagnose(syntax, crashFinding(document));
  return diagnose(unlistedFile, strayFile(document));
}

function readData(source: SourceFile, json: boolean, diagnostics: Diagnostic[]): Document {
  const document = withControlCharacters(json ? readJson(source) : readYaml(source));
  append(diagnostics, problemsOf(document));
  return document;
}

/**
 * No text holds them on purpose, and not every parser says so; in MDX they would reach the page. A carriage return
 * alone ends a line for some readers of YAML and Markdown and not for others; in JSON it is a space wherever it is allowed.
 */
function withControlCharacters<T extends Document>(document: T): T {
  const index = document.text.search(document.path.endsWith('.json') ? CONTROL : CONTROL_OR_LONE_RETURN);
  if (index < 0) return document;
  // what the parser says of the same place is less plain
  const others = document.problems.filter(({ range: [start, end] }) => index < start || index >= end);
  document.problems = [...others, controlCharacter(document.text, index)];
  return document;
}

const CONTROL_OR_LONE_RETURN = new RegExp(`${CONTROL.source}|${LONE_RETURN.source}`, 'u');

function problemsOf(document: Document): Diagnostic[] {
  const [broken, doubled] = (['syntax', 'duplicate-key'] as const).map((kind) =>
    document.problems.filter((it) => it.kind === kind),
  );
  return [
    ...diagnoseAll(syntax, broken?.map((it) => syntaxFinding(document, it)) ?? []),
    ...diagnoseAll(duplicateKey, doubled?.map((it) => duplicateKeyFinding(document, it)) ?? []),
  ];
}

function addData(folder: Folder, name: string, document: Document, diagnostics: Diagnostic[]): void {
  const first = folder.data.get(name);
  if (name !== 'approvals') folder.damaged ||= isDamaged(document);
  if (first) diagnostics.push(diagnose(unlistedFile, twoFiles(document, first)));
  else folder.data.set(name, document);
}

function loadApi(id: string, folder: Folder, diagnostics: Diagnostic[]): ApiDraft | undefined {
  const document = folder.data.get('api');
  if (!document && folder.refused.has('api')) return undefined;
  if (!document) {
    const any = folder.data.values().next().value?.path ?? folder.guides.values().next().value?.path ?? `${id}/`;
    diagnostics.push(diagnose(missingFile, noApiFile(emptyDocument(any), id)));
    return undefined;
  }
  if (!ID.test(id) || RESERVED.has(id)) diagnostics.push(diagnose(badName, badNameFinding(document, 'folder', id)));
  const { releases, damaged } = folder;
  const api: ApiDraft = { id, document, entry: {}, domains: [], guides: [], releases, damaged };
  const { value, state } = withoutBareStates(document.value);
  const read = shape(apiSchema, value, document, []);
  if (state !== undefined) diagnostics.push(diagnose(wrongValue, statesWithoutGroups(document, state)));
  api.entry = read.entry;
  if (!isDamaged(document)) append(diagnostics, read.diagnostics());
  loadBaseline(api, folder, diagnostics);
  loadDomains(api, folder, diagnostics);
  loadApprovals(api, folder, diagnostics);
  for (const [name, source] of folder.guides) api.guides.push(loadGuide(name, source, diagnostics));
  api.guides.sort((a, b) => (a.entry.order ?? 0) - (b.entry.order ?? 0) || (a.id < b.id ? -1 : 1));
  return api;
}

function loadDomains(api: ApiDraft, folder: Folder, diagnostics: Diagnostic[]): void {
  const names = [...folder.data.keys()].filter((name) => !NOT_DOMAINS.has(name) && name !== 'baseline');
  const listed = api.entry.domains ?? names;
  const missing = api.baseline?.entry.gaps?.[missingField.id] ?? {};
  const isKnown = (code: string, fact: string) => memberOf(missing, code)?.includes(fact) ?? false;
  const found = new Map<RuleMeta, Finding[]>(
    [badName, missingFile, unlistedFile, wrongValue].map((rule) => [rule, []]),
  );
  const seen = new Set<string>();
  for (const [index, name] of listed.entries()) {
    const document = folder.data.get(name);
    const at = { document: api.document, path: ['domains', index], part: 'value' } as const;
    if (seen.has(name)) found.get(wrongValue)?.push(listedTwice(at, name));
    else if (NOT_DOMAINS.has(name)) found.get(badName)?.push(notADomain(at, name));
    else if (document) api.domains.push(loadDomain(name, document, isKnown, diagnostics));
    else if (!folder.refused.has(name)) found.get(missingFile)?.push(noDomainFile(at, api.id, name));
    seen.add(name);
  }
  const list = { document: api.document, path: ['domains'], part: 'key' } as const;
  for (const name of names) {
    const document = folder.data.get(name);
    if (document && !seen.has(name)) found.get(unlistedFile)?.push(unlistedDomain(document, name, list));
  }
  for (const [rule, findings] of found) append(diagnostics, diagnoseAll(rule, findings));
}

/** Reads the known gaps. A domain may have this name too, in an API that lists it. */
function loadBaseline(api: ApiDraft, folder: Folder, diagnostics: Diagnostic[]): void {
  const document = folder.data.get('baseline');
  if (!document || api.entry.domains?.includes('baseline')) return;
  const read = shape(baselineSchema, document.value, document, []);
  api.baseline = { document, entry: read.entry };
  if (!isDamaged(document)) append(diagnostics, read.diagnostics());
}

function loadApprovals(api: ApiDraft, folder: Folder, diagnostics: Diagnostic[]): void {
  const document = folder.data.get('approvals');
  // a domain that has this name has its diagnostic
  if (!document || api.entry.domains?.includes('approvals')) return;
  const read = shape(approvalsSchema, document.value, document, []);
  api.approvals = { document, entry: read.entry };
  if (!isDamaged(document)) append(diagnostics, read.diagnostics());
}

function loadGuide(id: string, source: SourceFile, diagnostics: Diagnostic[]): GuideDraft {
  const document = withControlCharacters(readMdx(source));
  if (!ID.test(id)) diagnostics.push(diagnose(badName, badNameFinding(document, 'guide', id)));
  const { entry, diagnostics: found } = shape(guideSchema, document.value, document, []);
  append(diagnostics, problemsOf(document));
  if (!isDamaged(document)) append(diagnostics, found());
  return { id, document, entry };
}
