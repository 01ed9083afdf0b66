import type { Preset } from './preset.ts';

export const none: Preset = {
  label: 'None',
  hint: 'responses have no body',
  envelope: '',
  hasMessage: false,
  examples: {},
};
