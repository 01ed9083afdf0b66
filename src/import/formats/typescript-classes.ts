import type ts from 'typescript';
import { type Cell, isBlank, type Row, rowOf } from '../source.ts';
import type { Values } from './typescript-values.ts';

/** What a class says of itself, before what it inherits. */
interface Class {
  node: ts.ClassLikeDeclaration;
  base: string | undefined;
  own: Map<string, Cell>;
  /** The names of its constructor's parameters. */
  parameters: string[];
  /** The arguments that its constructor gives to that of its base. */
  given: (Cell | undefined)[];
}

/** A field in which classes have the code. */
const CODE = /^(?:code|error_?code|type|reason)$/i;

/** The classes of a file that have a code, with what they inherit from other classes of the file. */
export function classRows(typescript: typeof ts, source: ts.SourceFile, values: Values): Row[] {
  const classes = new Map<string, Class>();
  const visit = (node: ts.Node): void => {
    if (typescript.isClassLike(node) && node.name) classes.set(node.name.text, classOf(typescript, node, values));
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return [...classes].flatMap(([name, it]) => {
    const cells = inherited(it, classes, new Set());
    const code = [...cells.keys()].find((field) => CODE.test(field));
    // a base class may give its subclasses a field that is empty
    if (code === undefined || isBlank(cells.get(code)?.value ?? null)) return [];
    const declared: Cell | undefined = it.node.name && { value: name, at: values.at(it.node.name) };
    return [
      rowOf(declared?.at ?? values.at(it.node), [
        ['code', cells.get(code)],
        ['class', declared],
        ...[...cells].filter(([field]) => field !== code && field !== 'name'),
        ...values.comment(it.node),
      ]),
    ];
  });
}

/** The fields of a class and of those that it extends; its own win. */
function inherited(it: Class, classes: ReadonlyMap<string, Class>, seen: Set<Class>): Map<string, Cell> {
  const base = it.base === undefined ? undefined : classes.get(it.base);
  if (!base || seen.has(it)) return it.own;
  seen.add(it);
  const given = base.parameters.flatMap((name, index): [string, Cell][] => {
    const cell = it.given[index];
    return cell ? [[name, cell]] : [];
  });
  return new Map([...inherited(base, classes, seen), ...given, ...it.own]);
}

function classOf(typescript: typeof ts, node: ts.ClassLikeDeclaration, values: Values): Class {
  const clause = node.heritageClauses?.find(({ token }) => token === typescript.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0]?.expression;
  const maker = node.members.find((it) => typescript.isConstructorDeclaration(it));
  const own = new Map<string, Cell>();
  for (const member of node.members) {
    if (!typescript.isPropertyDeclaration(member) || !member.initializer) continue;
    const initializer = typescript.isAsExpression(member.initializer)
      ? member.initializer.expression
      : member.initializer;
    const value = values.literal(initializer);
    if (value !== undefined) own.set(values.nameOf(member.name), { value, at: values.at(member.initializer) });
  }
  return {
    node,
    base: base && typescript.isIdentifier(base) ? base.text : undefined,
    own,
    parameters: maker?.parameters.map(({ name }) => (typescript.isIdentifier(name) ? name.text : '')) ?? [],
    given: givenBy(typescript, maker, values),
  };
}

/** The arguments of `super(…)` that are literals. */
function givenBy(typescript: typeof ts, maker: ts.ConstructorDeclaration | undefined, values: Values): Class['given'] {
  for (const statement of maker?.body?.statements ?? []) {
    if (!typescript.isExpressionStatement(statement) || !typescript.isCallExpression(statement.expression)) continue;
    const { expression, arguments: given } = statement.expression;
    if (expression.kind !== typescript.SyntaxKind.SuperKeyword) continue;
    return given.map((argument) => {
      const value = values.literal(argument);
      return value === undefined ? undefined : { value, at: values.at(argument) };
    });
  }
  return [];
}
