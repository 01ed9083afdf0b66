import ts from 'typescript';
import { present } from '../helpers/present.ts';
import type { Mutant } from './mutant.ts';
import { DROPPED, METHODS, OPERATORS } from './operators.ts';
import { mutantsOfRegex } from './regular-expressions.ts';

/** Every mutant of a program's text, by place, each once. Types, imports and texts for people (those with a space) stay as they are. */
export function mutantsOf(source: string): Mutant[] {
  const tree = ts.createSourceFile('program.ts', source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || isDeclarationOnly(node)) return;
    mutants.push(...atNode(node, tree));
    ts.forEachChild(node, (child) => {
      if (!isName(child)) visit(child);
    });
  };
  visit(tree);
  const changing = mutants.filter(({ start, end, text }) => source.slice(start, end) !== text);
  const byWhat = new Map(changing.map((mutant) => [JSON.stringify(mutant), mutant]));
  return [...byWhat.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function isDeclarationOnly(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}

/** The key of a property: changed, it would be another key, which no type allows. */
function isName(node: ts.Node): boolean {
  const isKey = ts.isStringLiteral(node) || ts.isNumericLiteral(node);
  return isKey && ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

function atNode(node: ts.Node, tree: ts.SourceFile): Mutant[] {
  const over = (it: ts.Node, text: string): Mutant => ({ start: it.getStart(tree), end: it.end, text });
  if (ts.isBinaryExpression(node)) return ofBinary(node, tree);
  if (ts.isPrefixUnaryExpression(node)) return ofPrefix(node, tree);
  if (ts.isCallExpression(node)) return ofCall(node, tree);
  if (ts.isPropertyAccessChain(node) && node.questionDotToken) return [over(node.questionDotToken, '.')];
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return conditions(node.expression, tree);
  if (ts.isConditionalExpression(node)) return conditions(node.condition, tree);
  if (isStatementToRemove(node)) return [over(node, ';')];
  if (ts.isSpreadElement(node) || ts.isSpreadAssignment(node))
    return [over(node, ts.isSpreadElement(node) ? '...[]' : '...{}')];
  if (ts.isRegularExpressionLiteral(node)) return mutantsOfRegex(node.text, node.getStart(tree));
  if (ts.isNumericLiteral(node))
    return [Number(node.text) + 1, Number(node.text) - 1].map((it) => over(node, `(${it})`));
  if (ts.isStringLiteral(node) && !/\s/.test(node.text)) return [over(node, node.text === '' ? "'mutant'" : "''")];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [over(node, 'false')];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [over(node, 'true')];
  return [];
}

function isStatementToRemove(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isBreakStatement(node)
  );
}

/** A condition that always holds, and one that never does. */
function conditions(condition: ts.Expression, tree: ts.SourceFile): Mutant[] {
  const place = { start: condition.getStart(tree), end: condition.end };
  return [
    { ...place, text: 'true' },
    { ...place, text: 'false' },
  ];
}

function ofBinary({ left, operatorToken, right }: ts.BinaryExpression, tree: ts.SourceFile): Mutant[] {
  const at = left.getStart(tree);
  const place = { start: operatorToken.getStart(tree), end: operatorToken.end, at };
  const operator = operatorToken.getText(tree);
  if (operator === '??')
    return [
      { start: left.end, end: right.end, text: '' },
      { start: at, end: right.getStart(tree), text: '' },
    ];
  return (Object.hasOwn(OPERATORS, operator) ? present(OPERATORS[operator]) : []).map((text) => ({ ...place, text }));
}

function ofPrefix({ operator, operand }: ts.PrefixUnaryExpression, tree: ts.SourceFile): Mutant[] {
  const end = operand.getStart(tree);
  const start = end - (ts.tokenToString(operator)?.length ?? 0);
  if (operator === ts.SyntaxKind.ExclamationToken) return [{ start, end, text: '' }];
  if (operator === ts.SyntaxKind.MinusToken) return [{ start, end, text: '' }];
  if (operator === ts.SyntaxKind.PlusPlusToken) return [{ start, end, text: '--' }];
  if (operator === ts.SyntaxKind.MinusMinusToken) return [{ start, end, text: '++' }];
  return [];
}

function ofCall(node: ts.CallExpression, tree: ts.SourceFile): Mutant[] {
  const mutants: Mutant[] = [];
  const { questionDotToken, expression } = node;
  if (questionDotToken) mutants.push({ start: questionDotToken.getStart(tree), end: questionDotToken.end, text: '' });
  if (!ts.isPropertyAccessExpression(expression)) return mutants;
  const { name } = expression;
  if (Object.hasOwn(METHODS, name.text))
    mutants.push({ start: name.getStart(tree), end: name.end, text: present(METHODS[name.text]) });
  if (DROPPED.has(name.text)) mutants.push({ start: expression.expression.end, end: node.end, text: '' });
  return mutants;
}
