import type { ReleaseRule } from '../rule.ts';

export const damagedRelease: ReleaseRule = {
  id: 'damaged-release',
  level: 'error',
  summary: 'Release files are as they were written, and follow each other one by one.',
  check: ({ history }) => history().problems,
};
