import { readJson } from '../../load/index.ts';
import type { Input, Reading } from '../source.ts';
import { isObject } from '../source.ts';
import { readCsv } from './csv.ts';
import { readJsonErrors, readNdjson } from './json.ts';
import { readMarkdown } from './markdown.ts';
import { readOpenApi } from './openapi.ts';
import { readProblems } from './problem.ts';
import { readProto } from './proto.ts';
import { readTypeScript } from './typescript.ts';

/** What an import can read, by the name that `--from` takes. */
export const IMPORT_FORMATS = {
  openapi: { title: 'OpenAPI', read: readOpenApi },
  csv: { title: 'CSV', read: readCsv },
  markdown: { title: 'Markdown tables', read: readMarkdown },
  typescript: { title: 'TypeScript', read: readTypeScript },
  json: { title: 'JSON', read: readJsonErrors },
  ndjson: { title: 'NDJSON', read: readNdjson },
  proto: { title: 'Protocol Buffers', read: readProto },
  problem: { title: 'problem details (RFC 9457)', read: readProblems },
} as const satisfies Record<string, { title: string; read(input: Input): Reading }>;

export type ImportFormat = keyof typeof IMPORT_FORMATS;

const BY_ENDING: Readonly<Record<string, ImportFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  proto: 'proto',
  yaml: 'openapi',
  yml: 'openapi',
  ...Object.fromEntries(['ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs'].map((it) => [it, 'typescript'])),
};

/** True for the name of a format. */
export function isImportFormat(name: string): name is ImportFormat {
  return Object.hasOwn(IMPORT_FORMATS, name);
}

/** The format of a file by its name and its text; undefined where neither says it. */
export function importFormatOf({ path, text }: Input['file']): ImportFormat | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined;
  if (known === 'ndjson') return linesAreProblems(text) ? 'problem' : known;
  if (known) return known;
  if (/^\s*[{[]/.test(text)) return ofJson(text);
  if (ending === 'json') return 'json';
  if (/^\s*["']?openapi["']?\s*:/m.test(text)) return 'openapi';
  if (/^\s*syntax\s*=\s*["']proto[23]["']/m.test(text)) return 'proto';
  if (/^\s*\|?[ :|-]*-{2,}[ :|-]*\|[ :|-]*$/m.test(text)) return 'markdown';
  return /^[^\n]+[,;\t][^\n]+\r?\n/.test(text) ? 'csv' : undefined;
}

function ofJson(text: string): ImportFormat {
  const { value } = readJson({ path: '', text });
  if (isObject(value) && 'openapi' in value) return 'openapi';
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (isProblem(first)) return 'problem';
  if (value !== undefined || !/^\s*\{[^\n]*\}\s*\n\s*\{/.test(text)) return 'json';
  return linesAreProblems(text) ? 'problem' : 'ndjson';
}

function linesAreProblems(text: string): boolean {
  return isProblem(readJson({ path: '', text: text.trimStart().split('\n', 1)[0] ?? '' }).value);
}

/** True for problem details (RFC 9457, section 3): a type that is a URI, with a title, a status or a detail beside it. */
function isProblem(value: unknown): boolean {
  if (!isObject(value) || typeof value.type !== 'string') return false;
  const isUri = /^[a-z][a-z0-9+.-]*:|^\//i.test(value.type);
  return isUri && ['title', 'status', 'detail'].some((name) => name in value);
}
