import type ts from 'typescript';
import type { Input, Reading, Row } from '../source.ts';
import { classRows } from './typescript-classes.ts';
import { Values } from './typescript-values.ts';

/** Rows of one declaration: an enum, a union, a constant object or a hierarchy of classes. */
interface Declared {
  name: string;
  rows: Row[];
}

/** Declarations of several kinds may be in one file, each with names of its own. */
const MAPPING: Reading['mapping'] = {
  code: ['code', 'errorCode', 'error_code', 'value', 'key'],
  names: ['name', 'class'],
  status: ['status', 'statusCode', 'httpStatus', '@status', '@statusCode', '@httpStatus'],
  message: ['message', 'msg', '@message'],
  meaning: ['comment', 'description', 'meaning', '@description'],
  remediation: ['remediation', 'solution', '@remediation'],
  retry: ['retry', 'retryable', '@retry'],
  since: ['since', '@since'],
  deprecated: ['@deprecated', 'deprecated'],
};

/** A declaration that lists errors is named so; where none is, all of them are read. */
const OF_ERRORS = /err|code|reason|fault|problem|exception|failure/i;

/**
 * The errors that TypeScript declares: members of enums, unions of string literals, `as const` objects and lists, and classes
 * with a code. What JSDoc says of each is its text.
 */
export function readTypeScript({ file: { path, text }, typescript }: Input): Reading {
  const reading: Reading = { rows: [], problems: [], isMarkdown: true, mapping: MAPPING };
  if (!isCompiler(typescript)) return reading;
  const source = typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest, true);
  for (const { start = 0, length = 1, messageText } of syntaxErrorsIn(source)) {
    const message = typescript.flattenDiagnosticMessageText(messageText, ' ');
    reading.problems.push({
      at: [start, start + length],
      message: `This is not TypeScript: ${message}`,
      fix: 'Correct it; what follows may not have been read.',
    });
  }
  const values = new Values(typescript, source, reading.problems);
  const declared: Declared[] = [];
  const visit = (node: ts.Node): void => {
    if (typescript.isEnumDeclaration(node)) declared.push({ name: node.name.text, rows: values.enumRows(node) });
    else if (typescript.isTypeAliasDeclaration(node))
      declared.push({ name: node.name.text, rows: values.unionRows(node.type) });
    else if (typescript.isVariableDeclaration(node) && typescript.isIdentifier(node.name) && node.initializer)
      declared.push({ name: node.name.text, rows: values.constRows(node.initializer) });
    else if (typescript.isModuleDeclaration(node) || !typescript.isClassLike(node))
      typescript.forEachChild(node, visit);
  };
  visit(source);
  const found = declared.filter(({ rows }) => rows.length > 0);
  const ofErrors = found.filter(({ name }) => OF_ERRORS.test(name));
  const chosen = ofErrors.length > 0 ? ofErrors : found;
  reading.rows = [...chosen.flatMap(({ rows }) => rows), ...classRows(typescript, source, values)];
  return reading;
}

/** True for the module of the compiler. */
function isCompiler(module: object | undefined): module is typeof ts {
  return module !== undefined && 'createSourceFile' in module;
}

/** The parser's own errors, which its types keep to themselves. */
function syntaxErrorsIn(source: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  const found: unknown = Reflect.get(source, 'parseDiagnostics');
  return Array.isArray(found) ? found : [];
}
