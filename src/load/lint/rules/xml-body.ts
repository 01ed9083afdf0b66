import { tokensOf } from '../../../model/envelope/pointer.ts';
import { isXmlType, rootOf, xmlObstacle } from '../../../model/envelope/xml.ts';
import { named } from '../../../model/named.ts';
import type { Field } from '../../../model/schema/field.ts';
import { type ApiDraft, codesOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Document, Path } from '../../source/document.ts';
import { declaredEnvelopes, envelopeFor } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const xmlBody: Rule = {
  id: 'xml-body',
  level: 'warning',
  summary: 'The fields of a body of XML are in one root element, and their names are names in XML.',
  check: (api) => [
    ...declaredEnvelopes(api).flatMap(([path, { mediaType, fields }]) =>
      isXmlType(mediaType) ? obstacles(fields, firstOf(fields), api.document, [...path, 'fields'], fields[0]) : [],
    ),
    ...ofCodes(api),
  ],
};

/** The element in which the first field is. */
function firstOf([first]: readonly Field[]): string | undefined {
  return first && tokensOf(first.pointer)[0];
}

function ofCodes(api: ApiDraft): Finding[] {
  return codesOf(api).flatMap((draft) => {
    const { spelling, domain, entry } = draft;
    const { fields } = entry;
    if (!fields) return [];
    const envelope = envelopeFor(api, draft);
    const root = envelope && isXmlType(envelope.mediaType) ? rootOf(envelope.fields) : undefined;
    return root === undefined ? [] : obstacles(fields, root, domain.document, ['codes', spelling, 'fields']);
  });
}

function obstacles(
  fields: readonly Field[],
  root: string | undefined,
  document: Document,
  path: Path,
  first?: Field,
): Finding[] {
  const found = fields.flatMap((field, index): Finding[] => {
    const obstacle = xmlObstacle(field, root);
    if (obstacle === undefined) return [];
    const outer = root === undefined ? '' : ` ${named(root)}`;
    return [
      {
        at: { document, path: [...path, index, 'pointer'], part: 'value' },
        message: `The field ${named(field.pointer)} ${obstacle}${obstacle.endsWith('element') ? outer : ''}, so the example is shown as JSON and not as XML.`,
        fix: 'Begin each pointer with the name of the root element, such as `/Error/Code` for `<Error><Code>`; `@id` is an attribute, and `#text` the text of an element with attributes.',
      },
    ];
  });
  // where the first field is not in a root element either, one sentence is enough
  return first && found.length === fields.length - 1 && found.length > 1 ? found.slice(0, 1) : found;
}
