import type { Preset } from './preset.ts';

export const graphql: Preset = {
  label: 'GraphQL',
  hint: 'errors[].extensions.code, with the status 200',
  envelope: `\
# A response with errors as the GraphQL specification defines it; the code is an extension
envelope:
  meaning: With the status 200, a response has an error if it has \`errors\`.
  fields:
    - pointer: /errors
      type: array
      meaning: One item for each error.
      items:
        - { pointer: /message, type: string, role: message, meaning: For people; it may change. }
        - { pointer: /locations, type: array, optional: true, meaning: Places in the document of the request. }
        - { pointer: /path, type: array, optional: true, meaning: The field of the response that has the error. }
        - { pointer: /extensions/code, type: string, role: code, meaning: Stable; branch on it. }
`,
  hasMessage: true,
  examples: {
    status: 200,
    notFound: ['fault: caller', 'effect: none'],
    rateLimited: ['fault: caller', 'effect: none'],
  },
};
