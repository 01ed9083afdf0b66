import type { ChangeRule } from '../rule.ts';
import { happened } from '../values.ts';

export const baseUrlChanged: ChangeRule = {
  id: 'base-url-changed',
  level: 'risky',
  summary: 'The base URL of an API has changed.',
  reason: 'Requests to the old address may fail.',
  check: ({ before, after }) =>
    before.baseUrl === after.baseUrl
      ? []
      : [
          {
            part: 'baseUrl',
            what: happened('The base URL of the API', before.baseUrl, after.baseUrl),
            before: before.baseUrl,
            after: after.baseUrl,
          },
        ],
};
