import type { Preset } from './preset.ts';

export const error: Preset = {
  label: 'An error object',
  hint: '{ "error": { "code", "message" } }',
  envelope: `\
envelope:
  fields:
    - { pointer: /error/code, type: string, role: code, meaning: Stable; branch on it. }
    - { pointer: /error/message, type: string, role: message, meaning: For people; it may change. }
`,
  hasMessage: true,
  examples: {},
};
