import type { Preset } from './preset.ts';

export const jsonApi: Preset = {
  label: 'JSON:API',
  hint: '{ "errors": [{ "status", "code", "title" }] }',
  envelope: `\
# Error objects (JSON:API 1.1): a response has one or more of them
envelope:
  mediaType: application/vnd.api+json
  fields:
    - pointer: /errors
      type: array
      meaning: One item for each error.
      items:
        - { pointer: /id, type: string, optional: true, meaning: 'Identifies this occurrence, such as for a support request.' }
        - { pointer: /links/type, type: string, role: docsUrl, optional: true, meaning: The address of the page that explains the code. }
        - { pointer: /status, type: string, role: status, meaning: 'The HTTP status code, as a string.' }
        - { pointer: /code, type: string, role: code, meaning: Stable; branch on it. }
        - { pointer: /title, type: string, role: message, meaning: 'For people: what happened, in the same words for every occurrence.' }
        - { pointer: /detail, type: string, optional: true, meaning: 'For people: what happened this time.' }
        - { pointer: /source/pointer, type: string, optional: true, meaning: The place in the request that caused the error (JSON Pointer). }
`,
  hasMessage: true,
  examples: {},
};
