import { append } from '../model/append.ts';
import { memberOf } from '../model/member.ts';
import { apiSchema } from '../model/schema/api.ts';
import { approvalsSchema } from '../model/schema/approval.ts';
import { baselineSchema } from '../model/schema/baseline.ts';
import { guideSchema } from '../model/schema/guide.ts';
import { ID } from '../model/schema/text.ts';
import { withoutBareStates } from './bare-states.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { ApiDraft, GuideDraft } from './draft.ts';
import { type Folder, foldersOf } from './folders.ts';
import { problemsOf, withControlCharacters } from './read-data.ts';
import { loadDomain } from './read-domain.ts';
import { diagnose, diagnoseAll, type Finding, type RuleMeta } from './rule.ts';
import { badName, badNameFinding, NOT_DOMAINS, notADomain, RESERVED } from './rules/bad-name.ts';
import { duplicateKey } from './rules/duplicate-key.ts';
import { fixedGap } from './rules/fixed-gap.ts';
import { missingField } from './rules/missing-field.ts';
import { missingFile, noApiFile, noDomainFile } from './rules/missing-file.ts';
import { needlessWaiver } from './rules/needless-waiver.ts';
import { outsideFile } from './rules/outside-file.ts';
import { syntax } from './rules/syntax.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { unlistedDomain, unlistedFile } from './rules/unlisted-file.ts';
import { listedTwice, statesWithoutGroups, wrongValue } from './rules/wrong-value.ts';
import { shape } from './shape.ts';
import { emptyDocument, isDamaged, type SourceFile } from './source/document.ts';
import { readMdx } from './source/mdx.ts';

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

function loadApi(id: string, folder: Folder, diagnostics: Diagnostic[]): ApiDraft | undefined {
  const document = folder.data.get('api');
  if (!document && folder.refused.has('api')) return undefined;
  if (!document) {
    const any = folder.data.values().next().value?.path ?? folder.guides.values().next().value?.path ?? `${id}/`;
    diagnostics.push(diagnose(missingFile, noApiFile(emptyDocument(any), id)));
    return undefined;
  }
  if (!ID.test(id) || RESERVED.has(id)) diagnostics.push(diagnose(badName, badNameFinding(document, 'folder', id)));
  const { images, releases, damaged } = folder;
  const api: ApiDraft = { id, document, entry: {}, domains: [], guides: [], images, releases, damaged };
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
