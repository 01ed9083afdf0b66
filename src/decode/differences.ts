import { fieldsOf } from '../model/envelope/fields.ts';
import { formatOf } from '../model/envelope/format.ts';
import { tokensOf } from '../model/envelope/pointer.ts';
import { bodySchema, mismatches } from '../model/envelope/schema.ts';
import { foldName } from '../model/fold.ts';
import { conform } from './conform.ts';
import type { Difference, Explanation } from './explanation.ts';
import { bareType, type Head } from './http-head.ts';
import type { DecodeCode } from './index-format.ts';
import type { Recognized } from './recognize.ts';
import { clip } from './values.ts';

/** Where the code was sent in another spelling than its own. */
export function spellingDifferences(entry: DecodeCode | undefined, seen: string | undefined): Difference[] {
  if (!entry || seen === undefined || seen === entry.code || !entry.aliases?.includes(seen)) return [];
  return [{ kind: 'spelling', seen, code: entry.code }];
}

export function statusDifferences(
  entry: DecodeCode | undefined,
  status: Explanation['status'],
  head: number | undefined,
  inBody: number | undefined,
): Difference[] {
  const differences: Difference[] = [];
  if (head !== undefined && inBody !== undefined && head !== inBody) {
    differences.push({ kind: 'two statuses', head, body: inBody });
  }
  if (status && entry && !entry.statuses.some((it) => it.status === status.value)) {
    differences.push({ kind: 'status', seen: status.value, listed: entry.statuses.map((it) => it.status) });
  }
  return differences;
}

/** Members that a logger adds, in lower case without separators; one of them shows that a body is the line of a log. */
const LOGGED =
  /^@?(?:level|loglevel|severity|time|timestamp|ts|datetime|logger|pid|hostname|msg|caller|env|traceid|spanid)$/;

/** Where a body lacks fields or has others; outside of a response, what a log adds around the body is none of them. */
export function fieldDifferences({ body, envelope, entry }: Recognized, isResponse: boolean): Difference[] {
  // a response that is known by its header may have come without its body
  if (Object.keys(body).length === 0) return [];
  const fields = fieldsOf(envelope, entry);
  const names = new Set(fields.map(({ pointer }) => tokensOf(pointer)[0]));
  const outer = Object.keys(body).filter((name) => !names.has(name));
  // all fields in one object: whatever is beside it was put there by somebody else
  const isInner = names.size === 1 && fields.every(({ pointer }) => tokensOf(pointer).length > 1);
  const isWrapped = !isResponse && (isInner || outer.some((name) => LOGGED.test(foldName(name))));
  const own = isWrapped ? Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name))) : body;
  const schema = bodySchema(fields);
  const found = mismatches(schema, formatOf(envelope) === 'json' ? own : conform(own, schema));
  return found.map(({ pointer, why }) => ({ kind: 'field', pointer: clip(pointer), why }));
}

export function headDifferences({ envelope, entry }: Recognized, { headers }: Head): Difference[] {
  // curl shows every header; a head that was cut by hand has none worth comparing
  if (headers.size === 0) return [];
  const expected = [...new Set([...envelope.headers, ...(entry?.headers ?? [])])];
  const missing = expected.filter((name) => !headers.has(name.toLowerCase()));
  const type = headers.get('content-type');
  const isOther = type !== undefined && bareType(type) !== bareType(envelope.mediaType);
  return [
    ...missing.map((name): Difference => ({ kind: 'header', name })),
    ...(isOther ? [{ kind: 'media type' as const, seen: clip(type), listed: envelope.mediaType }] : []),
  ];
}
