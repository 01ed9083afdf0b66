import { append } from '../model/append.ts';
import { CONTROL, LONE_RETURN } from '../model/control.ts';
import type { Diagnostic } from './diagnostic.ts';
import { diagnoseAll } from './rule.ts';
import { duplicateKey, duplicateKeyFinding } from './rules/duplicate-key.ts';
import { controlCharacter, syntax, syntaxFinding } from './rules/syntax.ts';
import type { Document, SourceFile } from './source/document.ts';
import { readJson } from './source/json.ts';
import { readYaml } from './source/yaml.ts';
import { firstControl } from './unsafe.ts';

/** Reads a file in YAML or JSON, and says what is wrong with its form. */
export function readData(source: SourceFile, json: boolean, diagnostics: Diagnostic[]): Document {
  const document = withControlCharacters(json ? readJson(source) : readYaml(source));
  append(diagnostics, problemsOf(document));
  return document;
}

/**
 * No text holds them on purpose, and not every parser says so; in MDX they would reach the page. A carriage return
 * alone ends a line for some readers of YAML and Markdown and not for others; in JSON it is a space wherever it is allowed.
 */
export function withControlCharacters<T extends Document>(document: T): T {
  const isJson = document.path.endsWith('.json');
  const index = isJson ? firstControl(document) : document.text.search(CONTROL_OR_LONE_RETURN);
  if (index < 0) return document;
  // what the parser says of the same place is less plain
  const others = document.problems.filter(({ range: [start, end] }) => index < start || index >= end);
  document.problems = [...others, controlCharacter(document.text, index)];
  return document;
}

const CONTROL_OR_LONE_RETURN = new RegExp(`${CONTROL.source}|${LONE_RETURN.source}`, 'u');

/** What the reader of a format found, as diagnostics. */
export function problemsOf(document: Document): Diagnostic[] {
  const [broken, doubled] = (['syntax', 'duplicate-key'] as const).map((kind) =>
    document.problems.filter((it) => it.kind === kind),
  );
  return [
    ...diagnoseAll(syntax, broken?.map((it) => syntaxFinding(document, it)) ?? []),
    ...diagnoseAll(duplicateKey, doubled?.map((it) => duplicateKeyFinding(document, it)) ?? []),
  ];
}
