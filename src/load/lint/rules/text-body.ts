import { pointersIn, textParts } from '../../../model/envelope/text-body.ts';
import { isXmlType } from '../../../model/envelope/xml.ts';
import { named } from '../../../model/named.ts';
import { nearest } from '../../../model/nearest.ts';
import type { Envelope } from '../../../model/schema/envelope.ts';
import { type ApiDraft, type CodeDraft, codesOf } from '../../draft.ts';
import type { Explanation, Finding } from '../../rule.ts';
import { declaredEnvelopes, envelopeFor } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const textBody: Rule = {
  id: 'text-body',
  level: 'error',
  summary: 'The `text` of an envelope has every field that is always there, and text between two fields.',
  check: (api) => [
    ...declaredEnvelopes(api).flatMap(([path, envelope]) =>
      problemsOf(envelope).map((said) => ({
        at: { document: api.document, path: [...path, 'text'], part: 'value' } as const,
        ...said,
      })),
    ),
    ...codesOf(api).flatMap(ownFields(api)),
  ],
};

/** What a code adds to a text that has no place for it. */
function ownFields(api: ApiDraft): (code: CodeDraft) => Finding[] {
  return (draft) => {
    const { spelling, domain, entry } = draft;
    const { fields } = entry;
    if (!fields) return [];
    const text = envelopeFor(api, draft)?.text;
    const used = text === undefined ? [] : pointersIn(text);
    return fields.flatMap(({ pointer }, index) =>
      text === undefined || used.includes(pointer)
        ? []
        : [
            {
              at: { document: domain.document, path: ['codes', spelling, 'fields', index, 'pointer'], part: 'value' },
              message: `The field ${named(pointer)} is not in the text of the envelope, so no body has it.`,
              fix: 'Remove the field, or give the domain an envelope that has it.',
            },
          ],
    );
  };
}

function problemsOf({ text, mediaType, fields }: Envelope): Explanation[] {
  if (text === undefined) return [];
  const listed = fields.map(({ pointer }) => pointer);
  const used = pointersIn(text);
  const parts = textParts(text);
  const unknown = used
    .filter((it) => !listed.includes(it))
    .map((pointer) => ({ pointer, meant: nearest(pointer, listed) }));
  const meant = new Set(unknown.map((it) => it.meant));
  return [
    ...(/\bjson\b/i.test(mediaType) || isXmlType(mediaType)
      ? [
          {
            message: `The body is described as text, but its media type is ${named(mediaType)}.`,
            fix: 'Remove `text`, or write `mediaType: text/plain`.',
          },
        ]
      : []),
    ...unknown.map((it) => ({
      message: `The text has \`{${it.pointer.slice(1)}}\`, but no field is listed at ${named(it.pointer)}.`,
      fix:
        it.meant === undefined ? 'List the field, or remove the braces.' : `Did you mean \`{${it.meant.slice(1)}}\`?`,
    })),
    ...fields
      .filter(({ pointer, optional }) => !optional && !used.includes(pointer) && !meant.has(pointer))
      .map(({ pointer }) => ({
        message: `The field ${named(pointer)} is not in the text, so no body has it.`,
        fix: `Add \`{${pointer.slice(1)}}\` to the text, or remove the field.`,
      })),
    ...(parts.some((part, index) => index > 0 && index < parts.length - 1 && index % 2 === 0 && part === '')
      ? [
          {
            message: 'Two fields follow each other in the text, so nothing shows where the first one ends.',
            fix: 'Write the text between them, such as a space or a colon.',
          },
        ]
      : []),
    ...(new Set(used).size < used.length
      ? [{ message: 'The text has a field twice.', fix: 'Keep the first place, and write out the other.' }]
      : []),
  ];
}
