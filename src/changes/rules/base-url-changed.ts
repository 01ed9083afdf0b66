import type { ChangeRule } from '../rule.ts';
import { happened } from '../values.ts';

export const baseUrlChanged: ChangeRule = {
  id: 'base-url-changed',
  level: 'risky',
  summary: 'The address at which an API answers has changed.',
  reason: 'Callers that hold the old address may ask where nobody answers.',
  check: ({ before, after }) =>
    before.baseUrl === after.baseUrl
      ? []
      : [
          {
            part: 'baseUrl',
            what: happened('The address of the API', before.baseUrl, after.baseUrl),
            before: before.baseUrl,
            after: after.baseUrl,
          },
        ],
};
