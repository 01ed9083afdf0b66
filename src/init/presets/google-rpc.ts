import type { Preset } from './preset.ts';

export const googleRpc: Preset = {
  label: 'google.rpc.Status',
  hint: 'details[] with an ErrorInfo and its reason',
  envelope: `\
# google.rpc.Status as JSON (Google AIP-193): the reason of the ErrorInfo in \`details\` is the code
envelope:
  fields:
    - { pointer: /error/code, type: integer, role: status, meaning: The HTTP status code. }
    - { pointer: /error/message, type: string, role: message, meaning: For people; it may change. }
    - { pointer: /error/status, type: string, example: UNKNOWN, meaning: 'The name of the status in \`google.rpc.Code\`.' }
    - pointer: /error/details
      type: array
      meaning: One or more details, of which one is an ErrorInfo.
      items:
        - { pointer: /@type, type: string, example: type.googleapis.com/google.rpc.ErrorInfo, meaning: The kind of this detail. }
        - { pointer: /reason, type: string, role: code, meaning: Stable within the domain; branch on it. }
        - { pointer: /domain, type: string, example: api.example.com, meaning: The service that defines the reason. }
        - { pointer: /metadata, type: object, optional: true, meaning: 'More about this occurrence, as strings.' }
`,
  hasMessage: true,
  examples: {
    notFound: ['example: { /error/status: NOT_FOUND }'],
    rateLimited: ['example: { /error/status: RESOURCE_EXHAUSTED }'],
  },
};
