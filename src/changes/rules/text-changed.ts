import { textsOfApi, textsOfBodies } from '../prose.ts';
import { textsOfCodes } from '../prose-of-codes.ts';
import type { ChangeRule } from '../rule.ts';
import { happened } from '../values.ts';

export const textChanged: ChangeRule = {
  id: 'text-changed',
  level: 'safe',
  summary:
    'A text for people changed: a title, meaning, remediation, cause, reason or name, or a suggested delay or number of attempts.',
  reason: 'Texts explain; what responses contain and what callers must do stays the same.',
  check: (pair) =>
    [...textsOfApi(pair), ...textsOfBodies(pair), ...textsOfCodes(pair)]
      .filter(({ before, after }) => before !== after)
      .map(({ subject, ...rest }) => ({ ...rest, what: happened(subject, rest.before, rest.after) })),
};
