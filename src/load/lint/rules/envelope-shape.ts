import type { ApiDraft, DomainDraft } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { checkFields } from '../envelope-fields.ts';
import { declaredEnvelopes } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const envelopeShape: Rule = {
  id: 'envelope-shape',
  level: 'error',
  summary: "An API declares either `envelope` or `envelopes`, and an envelope's fields fit into one body.",
  check: (api) => [
    ...oneEnvelope(api),
    ...declaredEnvelopes(api).flatMap(([path, { fields }]) => checkFields(fields, api.document, [...path, 'fields'])),
    ...api.domains.flatMap(({ document, codes }) =>
      codes.flatMap(({ spelling, entry: { fields } }) =>
        fields ? checkFields(fields, document, ['codes', spelling, 'fields']) : [],
      ),
    ),
  ],
};

/** True where no code of a domain has a body. */
function hasNoBodies({ entry, codes }: DomainDraft): boolean {
  return entry.envelope === 'none' || (codes.length > 0 && codes.every((code) => code.entry.envelope === 'none'));
}

function oneEnvelope({ entry, document, domains, damaged }: ApiDraft): Finding[] {
  if (damaged) return [];
  const at = (key: string) => ({ document, path: [key], part: 'key' }) as const;
  if (entry.envelope && entry.envelopes) {
    return [
      {
        at: at('envelopes'),
        message: 'The API declares both `envelope` and `envelopes`, so it is unclear which one a domain uses.',
        fix: 'Give `envelope` a name and move it under `envelopes`; the first one there is the default.',
      },
    ];
  }
  const written = document.value as Record<string, unknown> | undefined;
  if (written?.envelope || written?.envelopes || domains.every(hasNoBodies)) return [];
  return [
    {
      at: at('domains'),
      message: "The API has no `envelope`, so its pages can't show an example response.",
      fix: 'Add `envelope` with the fields of an error body, or `envelope: none` to each domain whose codes have no body.',
    },
  ];
}
