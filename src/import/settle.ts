import { check } from '../check.ts';
import {
  type BaselinePlan,
  type Diagnostic,
  type Document,
  readJson,
  readYaml,
  type SourceFile,
} from '../load/index.ts';
import { type ImportedFile, type ImportPlan, type ImportWish, planImport } from './plan.ts';

/** An import whose result passes the check. */
export interface SettledImport {
  plan: ImportPlan;
  /** What the API's list of known gaps is to say. */
  baseline: BaselinePlan | undefined;
  /** The registry with all that is written. */
  sources: SourceFile[];
  /** Errors that the import can't avoid; where there is one, nothing may be written. */
  errors: Diagnostic[];
}

/** What doesn't pass the check is left out, which can bring to light what follows from it; that has an end. */
const MOST_ROUNDS = 5;

/** An import without the values that would not pass the check, and with the gaps that are left as known ones. */
export function settledImport(sources: readonly SourceFile[], wish: ImportWish, today: string): SettledImport {
  const without = new Map<string, string>();
  for (let round = 1; ; round++) {
    const plan = planImport(sources, { ...wish, without });
    const after = withFiles(sources, plan.files);
    const plans = check(after, { today }).baselines((code) => plan.codes.has(code));
    const baseline = plans.find(({ path }) => path.startsWith(`${wish.api}/`));
    const settled = baseline?.text === undefined ? after : withText(after, baseline.path, baseline.text);
    const errors = check(settled, { today }).diagnostics.filter(({ level }) => level === 'error');
    const known = without.size;
    for (const [what, why] of blamed(errors, plan)) without.set(what, why);
    if (errors.length === 0 || without.size === known || round === MOST_ROUNDS)
      return { plan, baseline, sources: settled, errors };
  }
}

/** What of an import the errors are about, each with the reason: the envelope before anything else. */
function blamed(errors: readonly Diagnostic[], { files, codes }: ImportPlan): Map<string, string> {
  const blamed = new Map<string, string>();
  const inApi = errors.find(({ file }) => files.some((it) => it.path === file && isNewApi(it)));
  if (inApi) return blamed.set('envelope', inApi.message);
  for (const [path, own] of Map.groupBy(errors, ({ file }) => file)) {
    const file = files.find((it) => it.path === path);
    const document = file && (path.endsWith('.json') ? readJson : readYaml)({ path, text: file.text });
    if (!document) continue;
    const places = placesOf(document, codes);
    for (const { start, message } of own) {
      const what = places.get(start.line);
      if (what !== undefined) blamed.set(what, message);
    }
  }
  return blamed;
}

function isNewApi({ path, before }: ImportedFile): boolean {
  return before === undefined && /^[^/]+\/api\.yaml$/.test(path);
}

/** By line, the entry or the field of one that begins there or goes on. */
function placesOf(document: Document, codes: ReadonlySet<string>): Map<number, string> {
  const lines = document.lines();
  const starts: [line: number, what: string | undefined][] = [];
  const all: Record<string, unknown> = Object(Object(document.value).codes);
  const lineOf = (path: readonly string[]) => lines.positionAt(document.locate(path, 'key')[0]).line;
  for (const [code, entry] of Object.entries(all)) {
    const own = codes.has(code);
    starts.push([lineOf(['codes', code]), own ? code : undefined]);
    for (const field of Object.keys(Object(entry)))
      starts.push([lineOf(['codes', code, field]), own ? `${code}\n${field}` : undefined]);
  }
  starts.sort(([a], [b]) => a - b);
  const places = new Map<number, string>();
  for (const [index, [line, what]] of starts.entries()) {
    const next = starts[index + 1]?.[0] ?? lines.count + 1;
    for (let at = line; what !== undefined && at < Math.max(next, line + 1); at++) places.set(at, what);
  }
  return places;
}

function withFiles(sources: readonly SourceFile[], files: readonly ImportedFile[]): SourceFile[] {
  return files.reduce((all, { path, text }) => withText(all, path, text), [...sources]);
}

/** The files of a registry with one written; an empty text removes it. */
function withText(sources: readonly SourceFile[], path: string, text: string): SourceFile[] {
  const others = sources.filter((it) => it.path !== path);
  return text === '' ? others : [...others, { path, text }].sort((a, b) => (a.path < b.path ? -1 : 1));
}
