import { comment, string } from './go-text.ts';
import { namesFor, pascalCase } from './identifiers.ts';
import type { Member, Shape } from './shapes.ts';

/** A part of a body as a type. */
export function struct({ name, about, members }: Shape): string {
  const named = members.filter(isTaggable);
  const names = namesFor(
    named.map((member) => member.name),
    (member) => exported(pascalCase(member, 'Field')),
    new Set(),
  );
  const fields = named.map((member) => {
    const field = names.get(member.name)!;
    const meaning = member.meaning === undefined ? [] : [`\t// ${field}: ${comment(member.meaning)}`];
    return [...meaning, `\t${field} ${typeOf(member)} ${tagOf(member)}`].join('\n');
  });
  const left = members.filter((member) => !isTaggable(member)).map((member) => string(member.name));
  const note = left.length === 0 ? '' : ` Left out, because a tag cannot name it: ${left.join(', ')}.`;
  const head = `// ${name} is a part of a body. ${comment(about + note)}\ntype ${name} struct {`;
  return fields.length === 0 ? `${head}}` : [head, fields.join('\n\n'), '}'].join('\n');
}

function exported(name: string): string {
  return /^[A-Z]/.test(name) ? name : `Field${name}`;
}

/** Whether a tag of encoding/json can name a member (its documentation lists the characters; a quote or a comma is none). */
function isTaggable({ name }: Member): boolean {
  return /^[\p{L}\p{Nd}!#$%&()*+\-./:;<=>?@[\]^_{|}~ ]+$/u.test(name);
}

function tagOf({ name, required, xml }: Member): string {
  if (xml !== undefined) return `\`xml:"${xml}${required ? '' : ',omitempty'}"\``;
  // a single hyphen would mean that the field is left out, unless a comma follows
  const options = required ? (name === '-' ? ',' : '') : ',omitempty';
  return `\`json:"${name}${options}"\``;
}

function typeOf({ type, shape, required }: Member): string {
  if (type === 'array') return `[]${shape ?? 'any'}`;
  if (shape === undefined && (type === 'object' || type === 'null')) return GO_TYPES[type]!;
  return `${required ? '' : '*'}${shape ?? GO_TYPES[type]}`;
}

const GO_TYPES: Record<string, string> = {
  string: 'string',
  integer: 'int64',
  number: 'float64',
  boolean: 'bool',
  object: 'map[string]any',
  null: 'any',
};
