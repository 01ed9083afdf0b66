import type { Json } from '../model/schema/field.ts';
import { isTarget, type Reading, type Row, TARGETS, type Target } from './source.ts';

/** From which fields of a source a field of the registry comes: the first of them that has a value. */
export type Mapping = ReadonlyMap<Target, readonly string[]>;

/** Names of a source's fields by what they usually mean, the clearest first: letters and digits in lower case. */
const USUAL: Readonly<Partial<Record<Target, readonly string[]>>> = {
  code: [
    'code',
    'errorcode',
    'errcode',
    'errorname',
    'error',
    'key',
    'value',
    'id',
    'identifier',
    'name',
    'type',
    'reason',
    'slug',
  ],
  status: [
    'status',
    'statuscode',
    'httpstatus',
    'httpstatuscode',
    'httpcode',
    'http',
    'httpresponsecode',
    'responsecode',
  ],
  message: ['message', 'errormessage', 'defaultmessage', 'msg', 'responsemessage'],
  meaning: [
    'meaning',
    'description',
    'desc',
    'longdescription',
    'explanation',
    'definition',
    'comment',
    'doc',
    'details',
    'summary',
    'value',
  ],
  title: ['title', 'shortdescription', 'label', 'errortitle', 'errorname'],
  remediation: [
    'remediation',
    'resolution',
    'solution',
    'solutions',
    'possiblesolutions',
    'possiblesolution',
    'fix',
    'howtofix',
    'whattodo',
    'remedy',
    'action',
    'recommendedaction',
    'suggestedaction',
    'troubleshooting',
  ],
  causes: [
    'causes',
    'cause',
    'possiblecauses',
    'possiblecause',
    'typicalcause',
    'typicalcauses',
    'commoncauses',
    'reason',
  ],
  retry: ['retry', 'retryable', 'retriable', 'isretryable', 'canretry', 'retrypolicy'],
  fault: ['fault'],
  severity: ['severity', 'loglevel', 'level'],
  names: ['name', 'symbol', 'symbolicname', 'constant', 'constantname'],
  operations: ['operations', 'operation', 'endpoint', 'endpoints', 'methods'],
  since: ['since', 'introduced', 'addedin'],
  deprecated: ['deprecated'],
};

/** The fields of a source, in the order in which they first appear, with their values. */
export function fieldsIn(rows: readonly Row[]): Map<string, Json[]> {
  const fields = new Map<string, Json[]>();
  for (const { cells } of rows) {
    for (const [name, { value }] of cells) {
      const values = fields.get(name);
      if (values) values.push(value);
      else fields.set(name, [value]);
    }
  }
  return fields;
}

/**
 * Decides where each field comes from: as the caller says (`given`; no name at all leaves a field out), else as the format does,
 * else by the names of the source's fields, each of which is used once.
 */
export function mappingOf(reading: Reading, given: Mapping): Mapping {
  const fields = fieldsIn(reading.rows);
  const byFormat: [Target, readonly string[]][] = TARGETS.flatMap((target) => {
    const names = reading.mapping?.[target]?.filter((name) => fields.has(name)) ?? [];
    return names.length > 0 ? [[target, names]] : [];
  });
  const mapping = new Map<Target, readonly string[]>([...byFormat, ...given]);
  const used = new Set([...mapping.values()].flat());
  const free = new Map([...fields].filter(([name]) => !used.has(name)));
  for (const [target, usual] of Object.entries(USUAL)) {
    if (!isTarget(target) || mapping.has(target)) continue;
    const name = target === 'code' ? codeField(free, reading.rows.length) : fieldNamed(free, usual);
    if (name === undefined) continue;
    mapping.set(target, [name]);
    free.delete(name);
  }
  return new Map(TARGETS.flatMap((it) => (mapping.get(it)?.length ? [[it, mapping.get(it) ?? []]] : [])));
}

function fieldNamed(fields: ReadonlyMap<string, Json[]>, usual: readonly string[]): string | undefined {
  const folded = [...fields.keys()].map((name) => [name, foldedName(name)] as const);
  for (const it of usual) {
    const found = folded.find(([, name]) => name === it);
    if (found) return found[0];
  }
  return undefined;
}

function foldedName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The share of rows in which a field with the code has one word; names that can mean nothing else need fewer of them. */
const WORDS = 0.8;
const CLEAR = { names: ['code', 'errorcode', 'errcode'], words: 0.5 };

/** Of the fields that may have the code, the first that looks like it. */
function codeField(fields: ReadonlyMap<string, Json[]>, rows: number): string | undefined {
  const usual = USUAL.code ?? [];
  return codeFieldNamed(fields, usual, rows, WORDS) ?? codeFieldNamed(fields, CLEAR.names, rows, CLEAR.words);
}

/** The first of these in which so many rows have one word; a column of HTTP statuses is not one. */
function codeFieldNamed(
  fields: ReadonlyMap<string, Json[]>,
  usual: readonly string[],
  rows: number,
  words: number,
): string | undefined {
  const left = new Map(fields);
  for (let name = fieldNamed(left, usual); name !== undefined; name = fieldNamed(left, usual)) {
    const texts = (left.get(name) ?? []).map((value) => String(value).trim());
    const areWords = texts.filter((text) => /^`?\S+`?$/.test(text)).length >= texts.length * words;
    if (areWords && !areStatuses(texts) && texts.length >= rows * 0.5) return name;
    left.delete(name);
  }
  return undefined;
}

/** Whether all are HTTP statuses, some of them named or repeated; codes of three digits are neither. */
function areStatuses(texts: readonly string[]): boolean {
  const isAnyNamed = texts.some((text) => text.includes(' '));
  const isAnyRepeated = new Set(texts).size < texts.length;
  return texts.every((text) => /^[1-5]\d\d(?: .*)?$/.test(text)) && (isAnyNamed || isAnyRepeated);
}
