import { deepFields, hasRole } from '../../../model/envelope/fields.ts';
import { aboveNamespace, hasNamespaceKey, saysNamespace } from '../../../model/envelope/in-namespace.ts';
import { tokensOf } from '../../../model/envelope/pointer.ts';
import { named } from '../../../model/named.ts';
import type { Envelope } from '../../../model/schema/envelope.ts';
import type { Field } from '../../../model/schema/field.ts';
import { type ApiDraft, codesOf, isRefused, keyOf } from '../../draft.ts';
import type { Explanation, Finding } from '../../rule.ts';
import type { Document, Path } from '../../source/document.ts';
import { declaredEnvelopes, envelopeFor } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const namespacePlace: Rule = {
  id: 'namespace-place',
  level: 'error',
  summary:
    'An envelope says the namespace of a code in one place: in a field, or as the name of the only member around the code.',
  check: (api) => [
    ...declaredEnvelopes(api).flatMap(([path, envelope]) => withoutCode(envelope, api.document, path)),
    ...declaredEnvelopes(api).flatMap(([path, { fields }]) => [
      ...inEnvelope(fields, api.document, [...path, 'fields']),
      ...secondPlaces(fields, api.document, [...path, 'fields']),
    ]),
    ...codesOf(api).flatMap(({ spelling, domain, entry: { fields } }) =>
      fields ? inCode(fields, domain.document, ['codes', spelling, 'fields']) : [],
    ),
    ...withoutNamespace(api),
  ],
};

function inEnvelope(fields: readonly Field[], document: Document, path: Path): Finding[] {
  return fields.flatMap((field, index) => {
    const at = { document, path: [...path, index, 'pointer'], part: 'value' } as const;
    const said = hasNamespaceKey(field) ? problemWith(field, fields) : undefined;
    const inside = inEnvelope(field.items ?? [], document, [...path, index, 'items']);
    return [...(said ? [{ at, ...said }] : []), ...inside];
  });
}

function problemWith(field: Field, beside: readonly Field[]): Explanation | undefined {
  const above = aboveNamespace(field) ?? '';
  if (field.role !== 'code')
    return {
      message: `${named(field.pointer)} has the namespace as a name, but nothing says that the code is there.`,
      fix: 'Add `role: code`, or write the name of the member.',
    };
  if (above === '' || tokensOf(field.pointer).filter((it) => it === '{namespace}').length > 1)
    return {
      message: `In ${named(field.pointer)}, programs can't know which member is the namespace.`,
      fix: 'Write `{namespace}` once, below a member with a name, as in `/errorCode/{namespace}`.',
    };
  const other = beside.find((it) => it !== field && it.pointer.startsWith(`${above}/`));
  return (
    other && {
      message: `${named(other.pointer)} is beside ${named(field.pointer)}, so programs could take its name for a namespace.`,
      fix: `Move ${named(other.pointer)} out of ${named(above)}, or write the name of each member in the place of \`{namespace}\`.`,
    }
  );
}

/** A field that says the namespace of a code which isn't in the body. */
function withoutCode({ fields }: Envelope, document: Document, path: Path): Finding[] {
  if (hasRole(fields, 'code')) return [];
  const places = placesIn(fields, [...path, 'fields']).filter((it) => !hasNamespaceKey(it));
  return places.map(({ at, pointer }) => ({
    at: { document, path: at, part: 'value' },
    message: `${named(pointer)} says the namespace of a code, but no field of the body has the code.`,
    fix: 'Add `role: code` to the field with the code, or remove the role `namespace`.',
  }));
}

/** The fields that say the namespace, or have it as a name, after the first. */
function secondPlaces(fields: readonly Field[], document: Document, path: Path): Finding[] {
  const places = placesIn(fields, path);
  const [first] = places;
  return places.slice(1).map(({ at, pointer }) => ({
    at: { document, path: at, part: 'value' },
    message: `Both ${named(first?.pointer ?? '')} and ${named(pointer)} say the namespace, so it is unclear which one counts.`,
    fix: 'Keep the one that callers should read.',
  }));
}

function placesIn(fields: readonly Field[], path: Path): { at: Path; pointer: string }[] {
  return fields.flatMap((field, index) => [
    ...(field.role === 'namespace' || hasNamespaceKey(field)
      ? [{ at: [...path, index, 'pointer'], pointer: field.pointer }]
      : []),
    ...placesIn(field.items ?? [], [...path, index, 'items']),
  ]);
}

/** What a code adds is in one namespace. */
function inCode(fields: readonly Field[], document: Document, path: Path): Finding[] {
  return placesIn(fields, path).map(({ at, pointer }) => ({
    at: { document, path: at, part: 'value' },
    message: `The field ${named(pointer)} of a single code can't say the namespace, which is that of its domain.`,
    fix: 'Say it in the envelope, or write the name of the member.',
  }));
}

/** Codes that have no namespace, though their bodies always say one. */
function withoutNamespace(api: ApiDraft): Finding[] {
  if (api.domains.every(({ entry }) => entry.namespace === undefined)) return [];
  return codesOf(api).flatMap((code): Finding[] => {
    const { namespace } = code.domain.entry;
    const envelope = envelopeFor(api, code);
    if (namespace !== undefined || !envelope || isRefused(code.domain, 'namespace') || !saysNamespace(envelope))
      return [];
    const place = deepFields(envelope.fields).find((it) => it.role === 'namespace' || hasNamespaceKey(it));
    if (!place || (place.optional && place.role === 'namespace')) return [];
    return [
      {
        at: keyOf(code),
        message: `\`${code.code}\` is in no namespace, but its bodies say one at ${named(place.pointer)}.`,
        fix: 'Add `namespace` to its domain, or give the domain an envelope without one.',
      },
    ];
  });
}
