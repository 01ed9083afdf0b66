import { isDamaged, readJson } from '../../load/index.ts';
import type { Envelope } from '../../model/schema/envelope.ts';
import type { Field } from '../../model/schema/field.ts';
import type { Cell, Input, Reading, Row } from '../source.ts';
import { jsonOf, readJsonErrors, readNdjson } from './json.ts';
import { rowsOf } from './rows-of-value.ts';

/** The members that RFC 9457 defines (section 3.1). */
const MEMBERS = ['type', 'title', 'status', 'detail', 'instance'];

/** The members in which extensions have a code. */
const EXTENSIONS = ['code', 'errorCode', 'error_code'];

/** What the type of a problem says besides: the last segment of its URI, which names it. */
const SEGMENT = 'last segment of type';

/** Problem details (RFC 9457): one document, a list of them, or one on each line. */
export function readProblems(input: Input): Reading {
  const reading = documentsOf(input);
  const extension = EXTENSIONS.find((name) => reading.rows.some(({ cells }) => cells.has(name)));
  const rows = reading.rows.map((row) => ({ ...row, cells: withSegment(row) }));
  const code = extension ?? SEGMENT;
  return {
    ...reading,
    rows,
    // `detail` is about one occurrence (section 3.1.4), so it says nothing about the code
    mapping: { code: [code], message: ['title'], status: ['status'] },
    about: { envelope: envelopeOf(rows, extension) },
  };
}

function documentsOf(input: Input): Reading {
  const document = readJson(input.file);
  if (isDamaged(document)) return input.file.text.trim().includes('\n') ? readNdjson(input) : readJsonErrors(input);
  const value = jsonOf(document.value);
  const rows = Array.isArray(value)
    ? rowsOf(value, document.locate)
    : rowsOf([value], (path, part) => document.locate(path.slice(1), part));
  return { rows, problems: [], isMarkdown: false };
}

function withSegment({ cells }: Row): ReadonlyMap<string, Cell> {
  const type = cells.get('type');
  if (typeof type?.value !== 'string') return cells;
  const segment = /([^/:#?]+)\/?$/.exec(type.value.replace(/^about:blank$/, ''))?.[1];
  return segment === undefined ? cells : new Map([...cells, [SEGMENT, { value: segment, at: type.at }]]);
}

const TEXTS: Record<string, Omit<Field, 'pointer'>> = {
  type: { type: 'string', meaning: 'A URI that identifies the problem type (RFC 9457).' },
  title: { type: 'string', role: 'message', meaning: 'A short summary of the problem type (RFC 9457).' },
  status: { type: 'integer', role: 'status', meaning: 'The HTTP status (RFC 9457).' },
  detail: { type: 'string', meaning: 'An explanation of this occurrence of the problem (RFC 9457).' },
  instance: { type: 'string', meaning: 'A URI that identifies this occurrence of the problem (RFC 9457).' },
};

/** The body that the documents have: the members that at least one of them has; those that some lack are optional. */
function envelopeOf(rows: readonly Row[], extension: string | undefined): Envelope | undefined {
  if (rows.length === 0) return undefined;
  const names = [...MEMBERS, ...(extension === undefined ? [] : [extension])];
  const fields = names.flatMap((name): Field[] => {
    const having = rows.filter(({ cells }) => cells.has(name));
    const first = having[0]?.cells.get(name)?.value;
    const known = TEXTS[name] ?? { type: typeof first === 'number' ? 'integer' : 'string', meaning: 'The error code.' };
    if (first === undefined) return [];
    const isCode = name === extension;
    return [
      {
        pointer: `/${name}`,
        ...known,
        ...(isCode && { role: 'code' as const }),
        ...(name === 'type' && extension === undefined && { role: 'code' as const, after: '/', example: first }),
        // what is about one occurrence is in no example
        ...(['detail', 'instance'].includes(name) || having.length < rows.length ? { optional: true } : {}),
      },
    ];
  });
  const hasCode = fields.some(({ role }) => role === 'code');
  return hasCode ? { mediaType: 'application/problem+json', fields } : undefined;
}
