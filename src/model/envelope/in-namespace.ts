import type { Json, Role, Field as WholeField } from '../schema/field.ts';
import { deepFields } from './fields.ts';
import { below, tokensOf } from './pointer.ts';

/** The part of a pointer whose name in a body is the namespace of the code that is there. */
export const NAMESPACE_KEY = '{namespace}';

/** What a field needs for its namespace to be filled in. */
interface Field {
  pointer: string;
  role?: Role | undefined;
  const?: Json | undefined;
  optional?: boolean | undefined;
  items?: this[] | undefined;
}

/** Whether a pointer has the namespace as the name of a member. */
export function hasNamespaceKey({ pointer }: Pick<Field, 'pointer'>): boolean {
  return tokensOf(pointer).includes(NAMESPACE_KEY);
}

/** Whether bodies say in what namespace their code is: by the value of a field, or by the name of a member. */
export function saysNamespace<F extends Field>({ fields }: { fields: readonly F[] }): boolean {
  return deepFields<F>(fields).some((field) => field.role === 'namespace' || hasNamespaceKey(field));
}

/**
 * An envelope as a code in a namespace has it: the namespace is the only value of its field, and a name in pointers. For a
 * code without a namespace, an envelope without them. The same object where the envelope says nothing of namespaces.
 */
export function inNamespace<F extends Field, E extends { fields: F[] }>(envelope: E, namespace: string | undefined): E {
  if (!saysNamespace<F>(envelope)) return envelope;
  return { ...envelope, fields: filled(envelope.fields, namespace) };
}

function filled<F extends Field>(fields: readonly F[], namespace: string | undefined): F[] {
  return fields.flatMap((field) => {
    const says = field.role === 'namespace' || hasNamespaceKey(field);
    if (says && namespace === undefined) return field.optional || hasNamespaceKey(field) ? [] : [field];
    const own = field.role === 'namespace' ? { const: namespace, optional: undefined } : {};
    const pointer = says && namespace !== undefined ? withKey(field.pointer, namespace) : field.pointer;
    const items = field.items && filled<F>(field.items, namespace);
    const isSame = !says && (items?.every((it, index) => it === field.items?.[index]) ?? true);
    return [isSame ? field : { ...field, ...own, pointer, ...(items && { items }) }];
  });
}

/**
 * An envelope as it is in any namespace, known or not: members named for the namespace are in an object of which nothing else is said.
 * With `isCodeOpen`, its code may be any.
 */
export function inAnyNamespace<E extends { fields: WholeField[] }>(envelope: E, isCodeOpen = false): E {
  return saysNamespace(envelope)
    ? { ...envelope, fields: envelope.fields.map((it) => unnamed(it, isCodeOpen)) }
    : envelope;
}

function unnamed(field: WholeField, isCodeOpen: boolean): WholeField {
  const above = aboveNamespace(field);
  const { meaning, optional } = field;
  if (above !== undefined) return { pointer: above, type: 'object', meaning, optional };
  const items = field.items?.map((it) => unnamed(it, isCodeOpen));
  return {
    ...field,
    ...(items && { items }),
    ...(isCodeOpen && field.role === 'code' && { role: undefined, after: undefined, until: undefined }),
  };
}

function withKey(pointer: string, namespace: string): string {
  return tokensOf(pointer).reduce((above, token) => below(above, token === NAMESPACE_KEY ? namespace : token), '');
}

/** A pointer up to the member that is named for the namespace; undefined where there is none. */
export function aboveNamespace({ pointer }: Pick<Field, 'pointer'>): string | undefined {
  const tokens = tokensOf(pointer);
  const at = tokens.indexOf(NAMESPACE_KEY);
  return at < 0 ? undefined : tokens.slice(0, at).reduce((above, token) => below(above, token), '');
}
