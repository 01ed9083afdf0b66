import { codeHeader, codeIn, isPart, type Separators } from '../../../model/envelope/carried.ts';
import { deepFields } from '../../../model/envelope/fields.ts';
import { named } from '../../../model/named.ts';
import { oncePer } from '../../../model/once.ts';
import type { Envelope } from '../../../model/schema/envelope.ts';
import type { Field } from '../../../model/schema/field.ts';
import { type ApiDraft, codesOf, keyOf, partOf } from '../../draft.ts';
import type { Explanation, Finding } from '../../rule.ts';
import type { Document, Path } from '../../source/document.ts';
import { declaredEnvelopes, envelopeFor } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const codePlace: Rule = {
  id: 'code-place',
  level: 'error',
  summary: 'A code is in at most one header, and `after` and `until` are characters of the example that no code has.',
  check: (api) => [
    ...declaredEnvelopes(api).flatMap(([path, envelope]) => [
      ...fieldProblems(envelope.fields, api.document, [...path, 'fields']),
      ...headerProblems(envelope, api.document, [...path, 'headers']),
    ]),
    ...codesOf(api).flatMap(({ spelling, domain, entry: { fields } }) =>
      fields ? fieldProblems(fields, domain.document, ['codes', spelling, 'fields']) : [],
    ),
    ...codeProblems(api),
  ],
};

function fieldProblems(fields: readonly Field[], document: Document, path: Path): Finding[] {
  return fields.flatMap((field, index) => {
    const { role, type, example, items = [] } = field;
    const at = [...path, index];
    const inside = fieldProblems(items, document, [...at, 'items']);
    if (!isPart(field)) return inside;
    if (role === 'code' && type !== 'string') {
      const said = {
        message: `A code can be a part of a text only, but ${named(field.pointer)} is of type ${type}.`,
        fix: 'Write `type: string`, or remove `after` and `until`.',
      };
      return [{ at: { document, path: [...at, 'type'], part: 'value' }, ...said }, ...inside];
    }
    return [...separatorProblems(role, example, field, document, at), ...inside];
  });
}

function headerProblems({ headers = {} }: Envelope, document: Document, path: Path): Finding[] {
  const withCode = Object.entries(headers).filter(([, { role }]) => role === 'code');
  return [
    ...withCode.slice(1).map(
      ([name]): Finding => ({
        at: { document, path: [...path, name, 'role'], part: 'value' },
        message: `The headers ${named(withCode[0]?.[0] ?? '')} and ${named(name)} both have the role \`code\`, so it is unclear which one counts.`,
        fix: 'Keep the role of the header that callers should read.',
      }),
    ),
    ...Object.entries(headers).flatMap(([name, header]) =>
      isPart(header) ? separatorProblems(header.role, header.example, header, document, [...path, name]) : [],
    ),
  ];
}

function separatorProblems(
  role: string | undefined,
  example: unknown,
  separators: Separators,
  document: Document,
  path: Path,
): Finding[] {
  return (['after', 'until'] as const).flatMap((key) => {
    const character = separators[key];
    const said = character === undefined ? undefined : problemWith(key, character, role, example);
    return said ? [{ at: { document, path: [...path, key], part: 'value' }, ...said }] : [];
  });
}

function problemWith(
  key: string,
  character: string,
  role: string | undefined,
  example: unknown,
): Explanation | undefined {
  if (role !== 'code')
    return {
      message: `\`${key}\` says where a code is in a longer value, but nothing says that this value has the code.`,
      fix: `Add \`role: code\`, or remove \`${key}\`.`,
    };
  if (typeof example === 'string' && example.includes(character)) return undefined;
  return {
    message: `The example has no \`${character}\`, so nobody sees what is beside the code.`,
    fix: 'Write an `example` as the API sends it, such as `com.example#NotFound`; each code takes its place there.',
  };
}

/** What carries codes in the responses of an envelope: the header, and the fields and header in which a code is a part of the value. */
function carriersIn(envelope: Envelope): { header: ReturnType<typeof codeHeader>; parts: Separators[] } {
  const header = codeHeader(envelope);
  const places = [...deepFields(envelope.fields).filter(({ role }) => role === 'code'), ...(header ? [header] : [])];
  return { header, parts: places.filter(isPart) };
}

/** Codes that can't be read where they are sent. */
function codeProblems(api: ApiDraft): Finding[] {
  const carriersOf = oncePer(carriersIn);
  return codesOf(api).flatMap((draft): Finding[] => {
    const { spelling: code, entry } = draft;
    const envelope = envelopeFor(api, draft);
    if (!envelope) return [];
    const { header, parts } = carriersOf(envelope);
    const broken = parts.find((place) => codeIn(code, place) !== code);
    const own =
      header && Object.entries(entry.headers ?? {}).find(([name]) => name.toLowerCase() === header.name.toLowerCase());
    return [
      ...(broken
        ? [
            {
              at: keyOf(draft),
              message: `\`${code}\` has a character of \`after\` or \`until\`, so programs would read ${named(codeIn(code, broken))}.`,
              fix: 'Choose other characters in the envelope, or remove them if the value is the code alone.',
            },
          ]
        : []),
      ...(own && header && codeIn(own[1].value, header) !== code
        ? [
            {
              at: partOf(draft, 'headers', own[0]),
              message: `The header ${named(own[0])} has the code, but its value says ${named(codeIn(own[1].value, header))} and not \`${code}\`.`,
              fix: 'Remove the header here; its value follows from the envelope.',
            },
          ]
        : []),
    ];
  });
}
