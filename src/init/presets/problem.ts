import type { Preset } from './preset.ts';

export const problem: Preset = {
  label: 'Problem details',
  hint: 'RFC 9457: type, title, status, detail',
  envelope: `\
# Problem details for HTTP APIs (RFC 9457), with the code as an extension member
envelope:
  mediaType: application/problem+json
  fields:
    - { pointer: /type, type: string, role: docsUrl, meaning: The address of the page that explains the code. }
    - { pointer: /title, type: string, role: message, meaning: 'For people: what happened, in the same words for every occurrence.' }
    - { pointer: /status, type: integer, role: status, meaning: The HTTP status code. }
    - { pointer: /detail, type: string, optional: true, meaning: 'For people: what happened this time.' }
    - { pointer: /instance, type: string, optional: true, meaning: 'A URI reference for this occurrence, such as for a support request.' }
    - { pointer: /code, type: string, role: code, meaning: Stable; branch on it. }
`,
  hasMessage: true,
  examples: {},
};
