import type { ReleaseRule } from '../rule.ts';

export const damagedRelease: ReleaseRule = {
  id: 'damaged-release',
  level: 'error',
  summary: 'Release files are unchanged since they were written, and each follows exactly one other.',
  check: ({ history }) => history().problems,
};
