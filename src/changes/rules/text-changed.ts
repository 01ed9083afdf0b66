import { textsOfApi, textsOfBodies } from '../prose.ts';
import { textsOfCodes } from '../prose-of-codes.ts';
import type { ChangeRule } from '../rule.ts';
import { happened } from '../values.ts';

export const textChanged: ChangeRule = {
  id: 'text-changed',
  level: 'safe',
  summary: 'A text for people changed: title, meaning, remediation, causes, a reason, a name; or a suggested delay or number of attempts.',
  reason: 'Texts explain; what a response holds and what a caller must do is as it was.',
  check: (pair) =>
    [...textsOfApi(pair), ...textsOfBodies(pair), ...textsOfCodes(pair)]
      .filter(({ before, after }) => before !== after)
      .map(({ subject, ...rest }) => ({ ...rest, what: happened(subject, rest.before, rest.after) })),
};
