import { type Diagnostic, diagnose, type Place, type Range, type RuleMeta } from '../load/index.ts';
import type { Json } from '../model/schema/field.ts';
import { type EntryField, FIELDS, type ImportedEntry } from './entries.ts';
import type { ImportRecord } from './record.ts';
import type { ApiFiles, DomainFile } from './registry-files.ts';
import { isObject } from './source.ts';

const importConflict: RuleMeta = {
  id: 'import-conflict',
  level: 'warning',
  summary: 'A field that was edited in the registry and has another value in the source stays as it is.',
};

const goneFromSource: RuleMeta = {
  id: 'gone-from-source',
  level: 'warning',
  summary: 'What a source no longer has stays in the registry.',
};

/** Fields to write into an entry; of a new one all that it has. */
export interface EntryWrite {
  code: string;
  /** The file that has the entry; undefined for a new code. */
  file: DomainFile | undefined;
  fields: Map<EntryField, Json>;
  /** What the source says about the domain of a new code. */
  domain: string | undefined;
}

/** The source of an import: how it was named, and where places in it are. */
export interface Source {
  path: string;
  placeOf(at: Range): Place;
  /** True for a field that the mapping leaves out. */
  leavesOut(field: EntryField): boolean;
}

/** What an import changes. */
export interface Merged {
  writes: EntryWrite[];
  diagnostics: Diagnostic[];
  /** What the next import is compared with. */
  codes: ImportRecord['codes'];
  /** How many entries the source and the registry have in common. */
  common: number;
}

/**
 * Merges a source (`theirs`) into a registry (`ours`), with what the last import brought (`base`) to tell who changed what. A
 * field is written where nobody edited it since; where both changed it, it stays, and the conflict is reported.
 */
export function merge(
  theirs: ReadonlyMap<string, ImportedEntry>,
  base: ImportRecord['codes'],
  ours: ApiFiles,
  source: Source,
): Merged {
  const owners = new Map(ours.domains.flatMap((file) => Object.keys(file.codes).map((code) => [code, file] as const)));
  const merged: Merged = { writes: [], diagnostics: [], codes: new Map(), common: 0 };
  for (const entry of theirs.values()) {
    const file = owners.get(entry.code);
    const before = base.get(entry.code);
    const values = [...entry.fields].map(([field, { value }]) => [field, value] as const);
    const gone = [...(before ?? [])].filter(([field]) => !values.some(([it]) => it === field));
    const kept = gone.filter(
      ([field, value]) => !file || staysGone(field, value, entry, file, source, merged.diagnostics),
    );
    merged.codes.set(entry.code, new Map<string, Json>([...values, ...kept]));
    if (!file) {
      // an entry that was deleted from the registry is not brought back
      if (!before) merged.writes.push({ code: entry.code, file, fields: new Map(values), domain: entry.domain });
      continue;
    }
    merged.common++;
    const fields = mergeEntry(entry, before, file, source, merged.diagnostics);
    if (fields.size > 0) merged.writes.push({ code: entry.code, file, fields, domain: undefined });
  }
  for (const [code, fields] of base) {
    const file = owners.get(code);
    if (theirs.has(code) || !file) continue;
    merged.codes.set(code, fields);
    const entry = file.codes[code];
    if (isObject(entry) && !('retired' in entry)) merged.diagnostics.push(goneCode(code, file, source));
  }
  return merged;
}

/** The fields of an entry that the source changed, and nobody else. */
function mergeEntry(
  { code, fields }: ImportedEntry,
  base: ReadonlyMap<string, Json> | undefined,
  file: DomainFile,
  source: Source,
  diagnostics: Diagnostic[],
): Map<EntryField, Json> {
  const written = new Map<EntryField, Json>();
  const entry = file.codes[code];
  for (const [field, { value, at }] of fields) {
    const [ours, before] = [isObject(entry) ? entry[field] : undefined, base?.get(field)];
    if (same(value, before) || same(value, ours)) continue;
    if (same(ours, before)) written.set(field, value);
    else {
      diagnostics.push(
        diagnose(importConflict, {
          at: { document: file.document, path: ['codes', code, field], part: 'value' },
          message:
            ours === undefined
              ? `The \`${field}\` of \`${code}\` was deleted here, and ${source.path} changed it; it stays deleted.`
              : `The \`${field}\` of \`${code}\` differs in ${source.path}; the one here was kept.`,
          fix: `Keep it, or write what ${source.path} has: ${quoted(value)}`,
          also: [{ at: source.placeOf(at), message: 'The source has it here.' }],
        }),
      );
    }
  }
  return written;
}

/**
 * Reports a field that the source no longer has and the registry has. True where the next import is to be compared with
 * what the source had: until the field is removed here, and no longer if it was edited, which decides it.
 */
function staysGone(
  name: string,
  before: Json,
  { code, unfit }: ImportedEntry,
  { codes, document }: DomainFile,
  source: Source,
  diagnostics: Diagnostic[],
): boolean {
  const field = FIELDS.find((it) => it === name);
  const entry = codes[code];
  const ours = isObject(entry) ? entry[name] : undefined;
  if (field === undefined || unfit.has(field) || source.leavesOut(field)) return true;
  if (ours === undefined) return false;
  const isEdited = !same(ours, before);
  diagnostics.push(
    diagnose(goneFromSource, {
      at: { document, path: ['codes', code, name], part: 'value' },
      message: `The \`${name}\` of \`${code}\` is no longer in ${source.path}; the one here${isEdited ? ', which was edited,' : ''} was kept.`,
      fix: 'Remove it if it no longer holds.',
    }),
  );
  return !isEdited;
}

function goneCode(code: string, { document }: DomainFile, source: Source): Diagnostic {
  const at: Place = { document, path: ['codes', code], part: 'key' };
  return diagnose(goneFromSource, {
    at,
    message: `\`${code}\` is no longer in ${source.path}; its entry was kept.`,
    fix: 'If the API no longer sends it, add `retired`; its page stays.',
  });
}

function quoted(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** True for two values that say the same, whether or not they are in their short form. */
function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : JSON.stringify(normal(a)) === JSON.stringify(normal(b));
}

function normal(value: Json): Json {
  if (typeof value === 'string') return [value.trim()];
  if (Array.isArray(value)) return value.flatMap(normal);
  if (isObject(value)) {
    const [only, ...more] = Object.entries(value);
    // the long forms of a retry policy and of an operation with nothing more to say
    return only && more.length === 0 && ['policy', 'operation'].includes(only[0]) ? normal(only[1]) : value;
  }
  return [value];
}
