import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
import { lineEndOf } from './lines.ts';

/** The scripts of a project, by name. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  'errors:check': 'errorbook check',
  'errors:diff': 'errorbook diff',
  'errors:dev': 'errorbook dev',
  'errors:build': 'errorbook build',
  'errors:start': 'errorbook start',
};

/** What a `package.json` becomes. */
interface EditedManifest {
  text: string;
  /** What was added, as a person names it. */
  added: string[];
  /** Scripts that stay as they are, though Errorbook's would have the same name. */
  kept: { name: string; is: string; wanted: string }[];
}

/** A new `package.json` for a project that has none. */
export function newManifest(version: string): string {
  return `${JSON.stringify({ private: true, scripts: SCRIPTS, devDependencies: { errorbook: version } }, null, 2)}\n`;
}

/**
 * A `package.json` with the scripts and the dependency; all else in it, its indentation and its line ends stay. Undefined
 * for a text that is not a JSON object, or whose scripts or dependencies are not objects.
 */
export function editedManifest(before: string, version: string): EditedManifest | undefined {
  const manifest = objectIn(before);
  const [scripts, dependencies, devDependencies] = ['scripts', 'dependencies', 'devDependencies'].map((name) =>
    manifest && Object.hasOwn(manifest, name) ? record(manifest[name]) : {},
  );
  if (!manifest || !scripts || !dependencies || !devDependencies) return undefined;
  const edited: EditedManifest = { text: before, added: [], kept: [] };
  for (const [name, wanted] of Object.entries(SCRIPTS)) {
    const is = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
    if (is === undefined) edited.text = withValue(edited.text, ['scripts', name], wanted);
    if (is === undefined) edited.added.push(`the script ${name}`);
    else if (is !== wanted) edited.kept.push({ name, is: String(is), wanted });
  }
  if (!namesErrorbook(before)) {
    edited.text = withValue(edited.text, ['devDependencies', 'errorbook'], version);
    edited.added.push('the development dependency errorbook');
  }
  return edited;
}

/** True if a `package.json` names errorbook among its packages. */
export function namesErrorbook(text: string): boolean {
  const manifest = objectIn(text);
  return ['dependencies', 'devDependencies'].some((name) => Object.hasOwn(record(manifest?.[name]) ?? {}, 'errorbook'));
}

/** The name of the package that a `package.json` describes. */
export function packageName(text: string): string | undefined {
  const name = objectIn(text)?.name;
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

/** The package manager that a `package.json` names, as Corepack reads it: `pnpm@10.1.0`. */
export function namedManager(text: string): string | undefined {
  const named = objectIn(text)?.packageManager;
  return typeof named === 'string' ? named.split('@')[0] : undefined;
}

function objectIn(text: string): Record<string, unknown> | undefined {
  const errors: ParseError[] = [];
  const value: unknown = parse(withoutMark(text), errors, { disallowComments: true });
  return errors.length > 0 ? undefined : record(value);
}

function record(value: unknown): Record<string, unknown> | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : undefined;
}

/** Windows editors may put a byte order mark before the text. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

function withValue(text: string, path: string[], value: string): string {
  const mark = text.slice(0, text.length - withoutMark(text).length);
  const body = withoutMark(text);
  const [, indent = '  '] = /\n([ \t]+)"/.exec(body) ?? [];
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: lineEndOf(body),
  };
  return mark + applyEdits(body, modify(body, path, value, { formattingOptions }));
}
