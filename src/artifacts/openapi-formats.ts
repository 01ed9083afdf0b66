import { formatOf } from '../model/envelope/format.ts';
import { below } from '../model/envelope/pointer.ts';
import type { BodySchema } from '../model/envelope/schema.ts';
import { rootOf } from '../model/envelope/xml.ts';
import type { Json } from '../model/schema/field.ts';
import type { EnvelopeBranches } from './branches.ts';
import { envelopeName, knownName, unknownName } from './json-schema.ts';

/** A schema of OpenAPI, which may say how a value is written in XML (3.1.1, 4.8.26). */
interface XmlSchema extends Omit<BodySchema, 'properties' | 'items' | 'contains' | 'allOf'> {
  allOf?: XmlSchema[];
  xml?: { name?: string; attribute?: boolean; namespace?: Json };
  properties?: Record<string, XmlSchema>;
  items?: XmlSchema;
  contains?: XmlSchema;
}

/** The schemas of bodies as OpenAPI describes those of XML, from inside the root element, and those of plain text, which are strings. */
export function asSent(
  schemas: Readonly<Record<string, BodySchema>>,
  shapes: readonly EnvelopeBranches[],
): Record<string, XmlSchema> {
  const names = new Map(
    shapes.flatMap((shape) =>
      [...shape.branches.map(knownName), unknownName(shape), envelopeName(shape)].map(
        (it) => [it, shape.envelope] as const,
      ),
    ),
  );
  const made = Object.entries(schemas).map(([name, schema]): [string, XmlSchema] => {
    const envelope = names.get(name);
    const format = envelope ? formatOf(envelope) : 'json';
    const { title, description, ...body } = schema as BodySchema & { title?: string };
    const said = { ...(title !== undefined && { title }), ...(description !== undefined && { description }) };
    if (format === 'text') return [name, { ...said, type: 'string' }];
    const root = format === 'xml' && envelope ? rootOf(envelope.fields) : undefined;
    if (root === undefined) return [name, schema];
    const rooted = (it: BodySchema): XmlSchema => {
      const inner = it.properties?.[root];
      return inner ? inXml(inner) : it.allOf ? { allOf: it.allOf.map(rooted) } : it;
    };
    const namespace = envelope?.fields.find(({ pointer }) => pointer === below(below('', root), '@xmlns'))?.const;
    const xml = { name: root, ...(namespace !== undefined && { namespace }) };
    return [name, { ...said, ...rooted(body), xml }];
  });
  return Object.fromEntries(made);
}

/** A schema with attributes and the namespace where OpenAPI has them. */
function inXml({ properties, required, items, contains, ...schema }: BodySchema): XmlSchema {
  const namespace = properties?.['@xmlns']?.const;
  const plain = (key: string) => key.replace(/^[@#]/, '');
  const isShown = (key: string) => key !== '@xmlns';
  const members = Object.entries(properties ?? {})
    .filter(([key]) => isShown(key))
    .map(([key, it]) => [plain(key), { ...inXml(it), ...(key.startsWith('@') && { xml: { attribute: true } }) }]);
  return {
    ...schema,
    ...(namespace !== undefined && { xml: { namespace } }),
    ...(properties && { properties: Object.fromEntries(members) }),
    ...(required && { required: required.filter(isShown).map(plain) }),
    ...(items && { items: inXml(items) }),
    ...(contains && { contains: inXml(contains) }),
  };
}
