import type { Range } from '../load/index.ts';
import { addressOf, LONGEST_ADDRESS } from '../model/address.ts';
import type { Json } from '../model/schema/field.ts';
import { plainOf } from './formats/markdown.ts';
import type { Mapping } from './mapping.ts';
import { type Cell, isBlank, type Problem, type Reading, type Row, TARGETS, type Target } from './source.ts';
import { CONVERT } from './values/convert.ts';
import { hasControls } from './values/prose.ts';

/** A field of an entry as a source has it. */
export interface Imported {
  value: Json;
  at: Range;
}

/** The fields of an entry that an import can write. */
export type EntryField = keyof typeof CONVERT;

/** An entry as a source has it. */
export interface ImportedEntry {
  code: string;
  at: Range;
  fields: Map<EntryField, Imported>;
  /** Fields that the source has with a value that can't be in the registry. */
  unfit: Set<EntryField>;
  /** What the source says about its domain. */
  domain: string | undefined;
}

/** The fields of an entry that an import can fill, in their order. */
export const FIELDS = TARGETS.filter((it): it is EntryField => it !== 'code' && it !== 'domain');

/** Fields that have every value that a code has in several places. */
const JOINED: readonly EntryField[] = ['status', 'operations', 'names', 'causes'];

/** The entries of a source by code, in its order, and what of it can't be in one. */
export function entriesOf(
  { rows, isMarkdown }: Reading,
  mapping: Mapping,
): { entries: Map<string, ImportedEntry>; problems: Problem[] } {
  const entries = new Map<string, ImportedEntry>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const cell = cellFor(row, mapping, 'code');
    if (!cell) {
      problems.push({
        at: row.at,
        message: 'This has no code, so it was not imported.',
        fix: 'Give it a code, or say which field has it with `--map code=NAME`.',
      });
      continue;
    }
    const code = isMarkdown ? plainOf(String(cell.value)) : String(cell.value).trim();
    const problem = problemOf(code, cell);
    if (problem) {
      problems.push(problem);
      continue;
    }
    const own = entryOf(row, code, cell, mapping, isMarkdown, problems);
    const first = entries.get(code);
    if (first) join(first, own, problems);
    else entries.set(code, own);
  }
  return { entries, problems };
}

/** What is wrong with a text that can't be a code; undefined where it can be one. */
function problemOf(code: string, { value, at }: Cell): Problem | undefined {
  const isText = typeof value === 'string' || typeof value === 'number';
  const why = !isText
    ? 'it is neither a text nor a number'
    : hasControls(code) || code.includes('\n') || code === '__proto__'
      ? 'it holds characters that no code can have'
      : addressOf(code).length > LONGEST_ADDRESS
        ? `its address would be longer than ${LONGEST_ADDRESS} characters`
        : undefined;
  if (why === undefined) return undefined;
  return {
    at,
    message: `\`${code}\` can't be a code, because ${why}.`,
    fix: 'Correct it, or say which field has the code with `--map code=NAME`.',
  };
}

function entryOf(
  row: Row,
  code: string,
  cell: Cell,
  mapping: Mapping,
  isMarkdown: boolean,
  problems: Problem[],
): ImportedEntry {
  const fields: ImportedEntry['fields'] = new Map();
  const unfit: ImportedEntry['unfit'] = new Set();
  for (const field of FIELDS) {
    const found = cellFor(row, mapping, field);
    if (!found) continue;
    const { value, at } = found;
    const converted = CONVERT[field](value, isMarkdown);
    if ('unfit' in converted) {
      const { why, fix } = converted.unfit;
      unfit.add(field);
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      problems.push({ at, message: `\`${shown}\` can't be the \`${field}\` of \`${code}\`, because ${why}.`, fix });
    } else if (!isBlank(converted.value)) fields.set(field, { value: converted.value, at });
    if (typeof value === 'string' && hasControls(value))
      problems.push({
        at,
        message: `The \`${field}\` of \`${code}\` holds control characters, which were left out.`,
        fix: 'Remove them from the source.',
      });
  }
  const domain = cellFor(row, mapping, 'domain');
  return { code, at: cell.at, fields, unfit, domain: domain && String(domain.value).trim() };
}

/** The first value that a row has for a field. */
function cellFor({ cells }: Row, mapping: Mapping, target: Target): Cell | undefined {
  for (const name of mapping.get(target) ?? []) {
    const cell = cells.get(name);
    if (cell) return cell;
  }
  return undefined;
}

/** Adds what a source says of a code in a second place. Of two different texts the first stays, and the second is reported. */
function join(first: ImportedEntry, second: ImportedEntry, problems: Problem[]): void {
  for (const field of second.unfit) first.unfit.add(field);
  for (const [field, { value, at }] of second.fields) {
    const known = first.fields.get(field);
    if (!known) first.fields.set(field, { value, at });
    else if (JOINED.includes(field)) {
      const all = [...new Set([known.value, value].flat())];
      known.value = all.length === 1 ? known.value : all;
    } else if (JSON.stringify(known.value) !== JSON.stringify(value))
      problems.push({
        at,
        message: `\`${first.code}\` is here again with another \`${field}\`; the first one was kept.`,
        fix: 'Keep one of the two in the source.',
      });
  }
}
