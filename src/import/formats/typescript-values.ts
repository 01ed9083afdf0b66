import type ts from 'typescript';
import type { Json } from '../../model/schema/field.ts';
import { type Cell, type Problem, type Row, rowOf } from '../source.ts';
import { commentText, unwrapped } from './comment.ts';

type Cells = [string, Cell | undefined][];

/** Reads values, comments and declarations of one file. */
export class Values {
  readonly #ts: typeof ts;
  readonly #source: ts.SourceFile;
  readonly #problems: Problem[];

  constructor(typescript: typeof ts, source: ts.SourceFile, problems: Problem[]) {
    this.#ts = typescript;
    this.#source = source;
    this.#problems = problems;
  }

  /** The members of an enum: by their strings or numbers where it says one, else by their names. */
  enumRows(node: ts.EnumDeclaration): Row[] {
    const hasValues = node.members.some(({ initializer }) => initializer);
    let next = 0;
    return node.members.flatMap((member) => {
      const name: Cell = { value: this.nameOf(member.name), at: this.at(member.name) };
      const written = member.initializer && this.literal(member.initializer);
      if (member.initializer && written === undefined) {
        this.#notLiteral(member.initializer, String(name.value));
        return [];
      }
      const value = written ?? next;
      if (typeof value === 'number') next = value + 1;
      const own: Cells = hasValues
        ? [
            ['name', name],
            ['value', { value, at: this.at(member.initializer ?? member) }],
          ]
        : [['value', name]];
      return [rowOf(name.at, [...own, ...this.comment(member)])];
    });
  }

  /** A union of string literals, or one alone. */
  unionRows(node: ts.TypeNode): Row[] {
    const parts = this.#ts.isUnionTypeNode(node) ? [...node.types] : [node];
    return parts.flatMap((part) => {
      if (!this.#ts.isLiteralTypeNode(part)) return [];
      const value = this.literal(part.literal);
      if (value === undefined || typeof value === 'boolean') return [];
      return [rowOf(this.at(part), [['value', { value, at: this.at(part) }], ...this.comment(part)])];
    });
  }

  /** An object or a list that is `as const`, frozen, or a table of objects. */
  constRows(node: ts.Expression): Row[] {
    const inner = this.#unwrapped(node);
    if (this.#ts.isArrayLiteralExpression(inner)) return inner.elements.flatMap((it) => this.#elementRows(it));
    if (!this.#ts.isObjectLiteralExpression(inner)) return [];
    return inner.properties.flatMap((property) => {
      if (!this.#ts.isPropertyAssignment(property)) return [];
      const name: Cell = { value: this.nameOf(property.name), at: this.at(property.name) };
      const value = this.#unwrapped(property.initializer);
      if (this.#ts.isObjectLiteralExpression(value))
        return [rowOf(name.at, [['key', name], ...this.members(value), ...this.comment(property)])];
      const literal = this.literal(value);
      if (literal === undefined) return [];
      return [
        rowOf(name.at, [['name', name], ['value', { value: literal, at: this.at(value) }], ...this.comment(property)]),
      ];
    });
  }

  #elementRows(node: ts.Expression): Row[] {
    const inner = this.#unwrapped(node);
    if (this.#ts.isObjectLiteralExpression(inner))
      return [rowOf(this.at(inner), [...this.members(inner), ...this.comment(inner)])];
    const value = this.literal(inner);
    return value === undefined
      ? []
      : [rowOf(this.at(inner), [['value', { value, at: this.at(inner) }], ...this.comment(inner)])];
  }

  /** The members of an object that are literals. */
  members(node: ts.ObjectLiteralExpression): Cells {
    return node.properties.flatMap((property): Cells => {
      if (!this.#ts.isPropertyAssignment(property)) return [];
      const name = this.nameOf(property.name);
      const value = this.literal(this.#unwrapped(property.initializer));
      if (value === undefined) this.#notLiteral(property.initializer, name);
      return [[name, value === undefined ? undefined : { value, at: this.at(property.initializer) }]];
    });
  }

  /** The value of an expression that has one without being run; undefined for any other. */
  literal(node: ts.Node): Json | undefined {
    if (this.#ts.isStringLiteralLike(node)) return node.text;
    if (this.#ts.isNumericLiteral(node)) return Number(node.text);
    if (this.#ts.isPrefixUnaryExpression(node) && node.operator === this.#ts.SyntaxKind.MinusToken) {
      const value = this.literal(node.operand);
      return typeof value === 'number' ? -value : undefined;
    }
    if (node.kind === this.#ts.SyntaxKind.TrueKeyword) return true;
    if (node.kind === this.#ts.SyntaxKind.FalseKeyword) return false;
    if (this.#ts.isArrayLiteralExpression(node)) {
      const items = node.elements.map((it) => this.literal(it));
      return items.flatMap((it) => (it === undefined ? [] : [it]));
    }
    if (this.#ts.isBinaryExpression(node) && node.operatorToken.kind === this.#ts.SyntaxKind.PlusToken) {
      const [left, right] = [this.literal(node.left), this.literal(node.right)];
      return typeof left === 'string' && typeof right === 'string' ? left + right : undefined;
    }
    return undefined;
  }

  /** What the comment before a node says, and each of its tags: `@status 404` is the value `@status`. */
  comment(node: ts.Node): Cells {
    const { text } = this.#source;
    const start = node.getFullStart();
    const last = this.#ts.getLeadingCommentRanges(text, start)?.at(-1);
    const range = last ? ([last.pos, last.end] as const) : commentBeforeBar(text, start);
    return range ? cellsOfComment(text.slice(...range), range[0]) : [];
  }

  nameOf(name: ts.PropertyName | ts.Identifier): string {
    return this.#ts.isIdentifier(name) || this.#ts.isStringLiteralLike(name) || this.#ts.isNumericLiteral(name)
      ? name.text
      : name.getText(this.#source);
  }

  at(node: ts.Node): [number, number] {
    return [node.getStart(this.#source), node.getEnd()];
  }

  #unwrapped(node: ts.Expression): ts.Expression {
    if (
      this.#ts.isAsExpression(node) ||
      this.#ts.isSatisfiesExpression(node) ||
      this.#ts.isParenthesizedExpression(node)
    )
      return this.#unwrapped(node.expression);
    const [first] = this.#ts.isCallExpression(node) ? node.arguments : [];
    return first && /^Object\.freeze$/.test(node.getText(this.#source).split('(')[0] ?? '')
      ? this.#unwrapped(first)
      : node;
  }

  #notLiteral(node: ts.Node, name: string): void {
    this.#problems.push({
      at: this.at(node),
      message: `The value of \`${name}\` is computed, and an import runs no program.`,
      fix: 'Write it as a text or a number, or add it to the entry by hand.',
    });
  }
}

/** The block comment before the `|` of a member of a union, which belongs to the union. */
function commentBeforeBar(text: string, start: number): readonly [number, number] | undefined {
  const before = text.slice(0, start).trimEnd();
  const above = before.endsWith('|') ? before.slice(0, -1).trimEnd() : '';
  const from = above.endsWith('*/') ? above.lastIndexOf('/*') : -1;
  return from < 0 ? undefined : [from, above.length];
}

/** The text and the tags of a comment. */
function cellsOfComment(written: string, start: number): Cells {
  if (!/^\/[*/]/.test(written)) return [];
  const text = commentText(written).replaceAll(
    /\{@link(?:code|plain)?\s+([^}|\s]+)(?:[\s|]+([^}]+))?\}/g,
    (_, to: string, shown?: string) => shown ?? `\`${to}\``,
  );
  const [lead = '', ...tags] = text.split(/^\s*@(?=\w)/m);
  const at = [start, start + written.length] as const;
  return [
    ['comment', lead.trim() === '' ? undefined : { value: unwrapped(lead), at }],
    ...tags.map((tag): [string, Cell] => {
      const [, name = '', value = ''] = /^(\w+)\s*([\s\S]*)$/.exec(tag) ?? [];
      return [`@${name}`, { value: value.trim() === '' ? true : unwrapped(value), at }];
    }),
  ];
}
