import type { BodySchema } from '../model/envelope/schema.ts';
import { isSame } from '../model/same.ts';

/**
 * What a schema asks of a value besides what an open one asks already; both together are the schema again. Undefined where it
 * lets something in that the open one does not.
 */
export function beyond(schema: BodySchema, base: BodySchema): BodySchema | undefined {
  const { type, description, properties = {}, required = [], items, const: only, ...rest } = schema;
  const inItems = base.items && (items ? beyond(items, base.items) : undefined);
  const inProperties = Object.entries(base.properties ?? {}).map(([name, it]) => {
    const same = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return [name, same && beyond(same, it)] as const;
  });
  const isWeaker =
    (base.type !== undefined && type !== base.type) ||
    (base.const !== undefined && !isSame(only, base.const)) ||
    (base.required ?? []).some((name) => !required.includes(name)) ||
    (base.items !== undefined && !inItems) ||
    inProperties.some(([, it]) => !it);
  if (isWeaker) return undefined;
  const known = new Map(inProperties);
  const members = Object.entries(properties).flatMap(([name, whole]) => {
    const it = known.get(name) ?? whole;
    // a closed object names all its members
    return isEmpty(it) && schema.additionalProperties !== false ? [] : [[name, it] as const];
  });
  const names = required.filter((name) => !base.required?.includes(name));
  const ownItems = inItems ?? items;
  const more: BodySchema = {
    ...(description !== undefined && description !== base.description && { description }),
    ...(only !== undefined && base.const === undefined && { const: only }),
    ...(members.length > 0 && { properties: Object.fromEntries(members) }),
    ...(names.length > 0 && { required: names }),
    ...(ownItems && !isEmpty(ownItems) && { items: ownItems }),
    ...rest,
  };
  return isEmpty(more) ? {} : { ...(type !== undefined && { type }), ...more };
}

function isEmpty(schema: BodySchema): boolean {
  return Object.keys(schema).length === 0;
}
