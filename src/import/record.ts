import type { Json } from '../model/schema/field.ts';
import type { Mapping } from './mapping.ts';
import { isObject, isTarget, type Target } from './source.ts';

/** What the last import of a source brought, with which the next one is compared. */
export interface ImportRecord {
  /** The source, as it was named. */
  source: string;
  /** The format, the mapping and the domain that the caller chose; they hold until others are chosen. */
  from?: string | undefined;
  map?: Mapping | undefined;
  domain?: string | undefined;
  /** By code, the fields that the source had. */
  codes: Map<string, Map<string, Json>>;
}

/** Where the record of a source is in the registry: `parcels/imports/docs-errors-csv.json`. */
export function recordPath(api: string, source: string): string {
  const name = source
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${api}/imports/${name || 'source'}.json`;
}

/** A record as the text of a file, with a line for each code, so that changes are easy to review. */
export function recordText({ source, from, map, domain, codes }: ImportRecord): string {
  const head = { source, from, map: map && map.size > 0 ? Object.fromEntries(map) : undefined, domain };
  const lines = [...codes].map(
    ([code, fields]) => `    ${JSON.stringify(code)}: ${JSON.stringify(Object.fromEntries(fields))}`,
  );
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  return `${start},\n  "codes": {${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}}\n}\n`;
}

/** The record in a text; undefined where it has none. */
export function readRecord(text: string | undefined): ImportRecord | undefined {
  const value = parsed(text);
  if (!isObject(value) || !isObject(value.codes)) return undefined;
  const map = new Map<Target, readonly string[]>();
  for (const [target, names] of Object.entries(isObject(value.map) ? value.map : {}))
    if (isTarget(target) && Array.isArray(names)) map.set(target, names.map(String));
  return {
    source: String(value.source),
    ...(typeof value.from === 'string' && { from: value.from }),
    ...(map.size > 0 && { map }),
    ...(typeof value.domain === 'string' && { domain: value.domain }),
    codes: new Map(
      Object.entries(value.codes).map(([code, fields]) => [
        code,
        new Map(Object.entries(isObject(fields) ? fields : {})),
      ]),
    ),
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
