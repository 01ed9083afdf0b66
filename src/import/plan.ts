import {
  byPlace,
  type Diagnostic,
  type Document,
  diagnoseAll,
  documentOf,
  type Place,
  type Range,
  type RuleMeta,
  type SourceFile,
} from '../load/index.ts';
import type { Json } from '../model/schema/field.ts';
import { type EntryField, entriesOf, FIELDS, type ImportedEntry } from './entries.ts';
import { IMPORT_FORMATS, type ImportFormat } from './formats/index.ts';
import { fieldsIn, type Mapping, mappingOf } from './mapping.ts';
import { type EntryWrite, merge } from './merge.ts';
import { readRecord, recordPath, recordText } from './record.ts';
import { type ApiFiles, apiFiles } from './registry-files.ts';
import { type About, type Input, isObject, type Problem, type Reading, type Target } from './source.ts';
import { apiText, domainText, idOf, titleOf } from './write/api.ts';
import { editJson, withDomainInJson } from './write/json.ts';
import { editYaml, entryText, withDomainInYaml } from './write/yaml.ts';

const unreadValue: RuleMeta = {
  id: 'unread-value',
  level: 'warning',
  summary: 'Everything in the source can be read and can be in the registry.',
};

/** What to import, and where to. */
export interface ImportWish extends Input {
  format: ImportFormat;
  /** The folder of the API, which may be new. */
  api: string;
  /** The domain that new codes join. */
  domain?: string | undefined;
  /** The mapping as far as the caller sets it. */
  map: Mapping;
  /** What must not be imported, with the reason: `CODE`, or `CODE` and a field after a line feed; or `envelope`. */
  without?: ReadonlyMap<string, string>;
}

/** A file of the registry that an import writes. */
export interface ImportedFile {
  path: string;
  /** Its text before; undefined for a new file. */
  before: string | undefined;
  text: string;
}

/** One field of an entry, where it comes from, and what was found there. */
export interface MappedField {
  target: Target;
  from: readonly string[];
  values: number;
  example: Json | undefined;
}

/** What an import would do. */
export interface ImportPlan {
  /** The name of the source's format. */
  title: string;
  rows: number;
  /** The files that were read: the source, and those that it refers to. */
  read: ReadonlySet<string>;
  mapped: MappedField[];
  /** The source's fields that are not imported. */
  unused: string[];
  /** What could not be read, conflicts, and what is gone from the source. */
  diagnostics: Diagnostic[];
  files: ImportedFile[];
  /** The codes that the source has and the registry gets or has. */
  codes: ReadonlySet<string>;
  counts: { added: number; changed: number; unchanged: number };
}

/** What an import of one source into a registry would do. */
export function planImport(sources: readonly SourceFile[], wish: ImportWish): ImportPlan {
  const { file, api, without = new Map() } = wish;
  const reading = IMPORT_FORMATS[wish.format].read(wish);
  const path = recordPath(api, file.path);
  const stored = sources.find((it) => it.path === path)?.text;
  const record = readRecord(stored);
  const map = new Map([...(record?.map ?? []), ...wish.map]);
  const mapping = mappingOf(reading, map);
  const { entries, problems } = entriesOf(reading, mapping);
  for (const entry of entries.values()) leaveOut(entry, without, entries, problems);
  const placeOf = placesIn(file, reading);
  const files = apiFiles(sources, api);
  const { writes, diagnostics, codes, common } = merge(entries, record?.codes ?? new Map(), files, {
    path: file.path,
    placeOf,
    leavesOut: (field) => map.get(field)?.length === 0,
  });
  const domain = wish.domain ?? record?.domain;
  const about = without.has('envelope') ? { ...reading.about, envelope: undefined } : (reading.about ?? {});
  const text = recordText({ source: file.path, from: wish.format, map, domain, codes });
  const added = writes.filter((it) => it.file === undefined).length;
  const changed = writes.length - added;
  return {
    title: IMPORT_FORMATS[wish.format].title,
    rows: reading.rows.length,
    read: new Set([file.path, ...(reading.parts ?? []).map(({ document }) => document.path)]),
    mapped: mappedOf(reading, mapping),
    unused: [...fieldsIn(reading.rows).keys()].filter((name) => ![...mapping.values()].flat().includes(name)),
    diagnostics: [...unread([...reading.problems, ...problems], placeOf), ...diagnostics].sort(byPlace),
    files:
      entries.size === 0
        ? []
        : [
            ...filesOf(files, writes, domain ?? 'errors', about),
            ...(text === stored ? [] : [{ path, before: stored, text }]),
          ],
    codes: new Set(entries.keys()),
    counts: { added, changed, unchanged: common - changed },
  };
}

/** Leaves out an entry or a field that can't be in the registry. */
function leaveOut(
  { code, at, fields, unfit }: ImportedEntry,
  without: ReadonlyMap<string, string>,
  entries: Map<string, ImportedEntry>,
  problems: Problem[],
): void {
  const fix = 'Correct it in the source, or add it to the registry by hand.';
  const why = without.get(code);
  if (why !== undefined) {
    entries.delete(code);
    problems.push({ at, message: `\`${code}\` was not imported. ${why}`, fix });
  }
  for (const [field, { at }] of fields) {
    const why = without.get(`${code}\n${field}`);
    if (why === undefined) continue;
    fields.delete(field);
    unfit.add(field);
    problems.push({ at, message: `The \`${field}\` of \`${code}\` was not imported. ${why}`, fix });
  }
}

/** Finds a place of a source in its text, or in that of a file that it refers to. */
function placesIn(file: SourceFile, { parts = [] }: Reading): (at: Range) => Place {
  const main = documentOf({ ...file, value: undefined, problems: [], locate: () => [0, 0] });
  return ([from, to]) => {
    const part = parts.findLast(({ start }) => start <= from);
    if (!part) return { document: main, range: [from, to] };
    return { document: part.document, range: [from - part.start, to - part.start] };
  };
}

function unread(problems: readonly Problem[], placeOf: (at: Range) => Place): Diagnostic[] {
  return diagnoseAll(
    unreadValue,
    problems.map(({ at, message, fix }) => ({ at: placeOf(at), message, fix })),
  );
}

function mappedOf({ rows }: Reading, mapping: Mapping): MappedField[] {
  return [...mapping].map(([target, from]) => {
    const values = rows.flatMap(({ cells }) => from.flatMap((name) => cells.get(name) ?? []).slice(0, 1));
    const used = from.filter((name) => rows.some(({ cells }) => from.find((it) => cells.has(it)) === name));
    return { target, from: used.length > 0 ? used : from, values: values.length, example: values[0]?.value };
  });
}

/** The files of the registry with what is to be written. */
function filesOf(files: ApiFiles, writes: readonly EntryWrite[], standard: string, about: About): ImportedFile[] {
  const changed = files.domains.flatMap(({ id, document }): ImportedFile[] => {
    const own = writes.filter((it) => (it.file ? it.file.id : domainOf(it, standard)) === id);
    if (own.length === 0) return [];
    const edits = own.map(({ code, file, fields }) => ({ code, isNew: file === undefined, fields: ordered(fields) }));
    const edit = document.path.endsWith('.json') ? editJson : editYaml;
    return [{ path: document.path, before: document.text, text: edit(document.text, edits) }];
  });
  const hasEnvelope = files.api ? envelopeIn(files.api) : about.envelope !== undefined;
  const known = new Set(files.domains.map(({ id }) => id));
  const fresh = Map.groupBy(
    writes.filter((it) => it.file === undefined && !known.has(domainOf(it, standard))),
    (it) => domainOf(it, standard),
  );
  const made = [...fresh].map(([id, own]): ImportedFile => {
    const entries = own.map(({ code, fields }) => entryText(code, ordered(fields), '  '));
    return {
      path: `${files.id}/${id}.yaml`,
      before: undefined,
      text: domainText(own[0]?.domain ?? titleOf(id), entries, hasEnvelope),
    };
  });
  return [...apiFile(files, [...fresh.keys()], about), ...changed, ...made];
}

function envelopeIn({ value }: Document): boolean {
  return isObject(value) && ('envelope' in value || 'envelopes' in value);
}

function apiFile({ id, api }: ApiFiles, domains: readonly string[], about: About): ImportedFile[] {
  if (!api) return [{ path: `${id}/api.yaml`, before: undefined, text: apiText(id, domains, about) }];
  if (domains.length === 0) return [];
  const add = api.path.endsWith('.json') ? withDomainInJson : withDomainInYaml;
  return [{ path: api.path, before: api.text, text: domains.reduce(add, api.text) }];
}

function domainOf({ domain }: EntryWrite, standard: string): string {
  return (domain === undefined ? undefined : idOf(domain)) ?? standard;
}

function ordered(fields: ReadonlyMap<EntryField, Json>): Map<string, Json> {
  return new Map(FIELDS.flatMap((field) => (fields.has(field) ? [[field, fields.get(field) ?? null]] : [])));
}
