import { z } from 'zod';
import { append } from '../model/append.ts';
import type { Diagnostic } from './diagnostic.ts';
import { expectationOf } from './expectation.ts';
import { diagnose, diagnoseAll, MOST_LISTED, unlisted } from './rule.ts';
import { missingField, missingFieldFinding } from './rules/missing-field.ts';
import { unknownKey, unknownKeyFinding } from './rules/unknown-key.ts';
import { wrongValue, wrongValueFinding } from './rules/wrong-value.ts';
import type { Document, Path, Place } from './source/document.ts';
import { unsafeIn } from './unsafe.ts';

type Issue = z.core.$ZodIssue;

/** What a value says, and what is wrong with it. */
interface Shaped<T> {
  /** What fits; what doesn't is left out and has its diagnostics. */
  entry: Partial<T>;
  /** The same where nothing is missing: no field is refused, and every required one is there. */
  whole: T | undefined;
  /** True where nothing is wrong. */
  isSound: boolean;
  /** What is wrong. Made when it is asked for: of very many entries with mistakes not all are listed. */
  diagnostics(): Diagnostic[];
}

/** Holds a value against an object's schema, field by field. Never throws. */
export function shape<T extends z.ZodObject>(
  schema: T,
  value: unknown,
  document: Document,
  at: Path,
): Shaped<z.output<T>> {
  const whole = schema.safeParse(value);
  if (whole.success) {
    const unsafe = unsafeIn(value, document, at);
    return { entry: whole.data, whole: whole.data, isSound: unsafe.length === 0, diagnostics: () => unsafe };
  }
  const { issues } = whole.error;
  const entry: Record<string, unknown> = {};
  const accepted: Record<string, unknown> = {};
  let isRefused = false;
  for (const [key, field] of Object.entries(schema.shape)) {
    if (!isMapping(value) || !Object.hasOwn(value, key)) continue;
    accepted[key] = salvaged(field, value[key]);
    const part = z.safeParse(field, accepted[key]);
    if (part.success) entry[key] = part.data;
    else isRefused = true;
  }
  return {
    entry: entry as Partial<z.output<T>>,
    whole: isRefused ? undefined : schema.safeParse(accepted).data,
    isSound: false,
    diagnostics: () => problemsOf(issues, schema, value, document, at),
  };
}

function problemsOf(
  issues: readonly Issue[],
  schema: z.ZodObject,
  value: unknown,
  document: Document,
  at: Path,
): Diagnostic[] {
  const diagnostics = issues.slice(0, MOST_LISTED).flatMap((issue) => explain(issue, schema, value, document, at));
  if (issues.length > MOST_LISTED) {
    const place: Place = { document, path: at, part: 'key' };
    diagnostics.push(diagnose(wrongValue, { at: place, ...unlisted(issues.length - MOST_LISTED) }));
  }
  const said = new Set(diagnostics.map(placeKey));
  append(
    diagnostics,
    unsafeIn(value, document, at).filter((it) => !said.has(placeKey(it))),
  );
  return diagnostics;
}

/** A name that no schema knows is said once. */
function placeKey({ start }: Diagnostic): string {
  return `${start.line}:${start.column}`;
}

/**
 * A value without the keys that nothing reads, and without optional parts that their schema refuses: one mistake must
 * not hide everything beside it.
 */
function salvaged(schema: z.core.$ZodType, value: unknown): unknown {
  const issues = z.safeParse(schema, value).error?.issues ?? [];
  if (issues.length === 0) return value;
  const copy = structuredClone(value);
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) drop(copy, [...issue.path, key]);
    else if (isOptional(schema, issue.path[0])) drop(copy, issue.path.slice(0, 1));
  }
  return copy;
}

function drop(value: unknown, path: readonly PropertyKey[]): void {
  const owner = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (isGroup(inner) ? inner[key as string] : undefined), value);
  if (isGroup(owner)) Reflect.deleteProperty(owner, path.at(-1)!);
}

function isOptional(schema: z.core.$ZodType, key: PropertyKey | undefined): boolean {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return isOptional(def.innerType, key);
  return def.type === 'object' && def.shape[String(key)]?._zod.optin === 'optional';
}

function explain(issue: Issue, schema: z.core.$ZodType, root: unknown, document: Document, at: Path): Diagnostic[] {
  const inner = issue.path as (string | number)[];
  const path = [...at, ...inner];
  const found = inner.reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), root);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, inner);
      return diagnoseAll(
        unknownKey,
        issue.keys.map((key) => unknownKeyFinding(document, [...path, key], known)),
      );
    }
    case 'invalid_union':
      return explainUnion(issue, schema, root, document, at, found);
    case 'invalid_key':
      return issue.issues.map((it) =>
        diagnose(wrongValue, {
          ...wrongValueFinding(document, path, expectationOf([it]), inner.at(-1)),
          at: { document, path, part: 'key' },
        }),
      );
    default:
      if (found === undefined && inner.length > 0) return [diagnose(missingField, missingFieldFinding(document, path))];
      return [diagnose(wrongValue, wrongValueFinding(document, path, expectationOf([issue]), found))];
  }
}

/** Of several allowed forms, the one that the writer was about to use explains best. */
function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.core.$ZodType,
  root: unknown,
  document: Document,
  at: Path,
  found: unknown,
): Diagnostic[] {
  const path = [...at, ...(issue.path as (string | number)[])];
  if (found === undefined && issue.path.length > 0)
    return [diagnose(missingField, missingFieldFinding(document, path))];
  const begun = issue.errors.find(
    (issues) => !issues.some((it) => it.path.length === 0 && it.code !== 'unrecognized_keys'),
  );
  if (begun) {
    return begun.flatMap((it) => explain({ ...it, path: [...issue.path, ...it.path] }, schema, root, document, at));
  }
  return [diagnose(wrongValue, wrongValueFinding(document, path, expectationOf(issue.errors.flat()), found))];
}

/** The keys that a schema knows at a path; of all forms together where it allows several. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [step, ...rest] = path;
  switch (def.type) {
    case 'object': {
      if (step === undefined) return Object.keys(def.shape).filter((key) => key !== '$schema');
      const field = def.shape[step];
      return field ? keysAt(field, rest) : [];
    }
    case 'record':
      return step === undefined ? [] : keysAt(def.valueType, rest);
    case 'array':
      return step === undefined ? [] : keysAt(def.element, rest);
    case 'union':
      return [...new Set(def.options.flatMap((option) => keysAt(option, path)))];
    case 'pipe':
      return keysAt(def.in, path);
    case 'optional':
    case 'default':
      return keysAt(def.innerType, path);
    default:
      return [];
  }
}

function isGroup(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** True for a plain mapping, as objects in JSON and mappings in YAML are. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return isGroup(value) && !Array.isArray(value);
}
