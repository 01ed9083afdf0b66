import type { ApiApproval, ChangeLevel, VersionStep } from '../../../registry/index.ts';
import { stepOf } from '../../../registry/index.ts';
import type { Comparison } from '../../comparison.ts';
import { count } from '../paint.ts';

/** What was compared, in a sentence. */
export function subjectOf({ folder, against }: Comparison): string {
  return `\`${folder === '' ? '.' : folder}\` as it is now, uncommitted changes included, against ${against}.`;
}

/** How many changes there are, by level, in a sentence. */
export function countsOf({ changes, counts }: Comparison): string {
  if (changes.length === 0) return 'Nothing changed for callers.';
  const approved = counts.approved > 0 ? ` (${counts.approved} approved)` : '';
  return `${count(changes.length, 'change')}: ${counts.breaking} breaking${approved}, ${counts.risky} risky, ${counts.safe} safe.`;
}

const STEPS: Record<VersionStep, string> = {
  major: 'a major one',
  minor: 'a minor one',
  patch: 'a patch',
  none: 'not needed',
};

/** The version step that the changes ask for, for each API that changed, in a sentence. */
export function stepSentence({ changes }: Comparison): string {
  const apis = [...Map.groupBy(changes, ({ api }) => api)].map(([api, own]) => ({ api, step: stepOf(own) }));
  const [first, ...others] = apis;
  if (!first) return 'No new version is needed.';
  if (others.length === 0) return `The next version of \`${first.api}\` is ${STEPS[first.step]}.`;
  return `The next version is ${STEPS[stepOf(changes)]}: ${apis.map(({ api, step }) => `of \`${api}\` ${STEPS[step]}`).join(', ')}.`;
}

/** An approval that stops the check: what, why, and what to do about it. */
export interface IdleApproval {
  what: string;
  why: string;
  fix: string;
  approval: ApiApproval;
}

/** The approvals that do no work, each in sentences. */
export function idleApprovals({ approvals: { expired, unused } }: Comparison): IdleApproval[] {
  return [
    ...expired.map((approval) => ({
      what: `The approval of ${subject(approval)} is over.`,
      why: `Its last day was ${approval.until}.`,
      fix: 'Take it out; where the change is still to be made, decide again and give it a later day.',
      approval,
    })),
    ...unused.map((approval) => ({
      what: `The approval of ${subject(approval)} matches no change.`,
      why: 'It would let a later change of that kind pass unseen.',
      fix: 'Take it out.',
      approval,
    })),
  ];
}

/** What an approval is about: `status-changed` of `X` in `desk`. */
export function subject({ api, rule, code, part }: ApiApproval): string {
  const of = [code, part].filter((it) => it !== undefined).map((it) => `\`${it}\``);
  return `\`${rule}\`${of.length > 0 ? ` of ${of.join(', ')}` : ''} in \`${api}\``;
}

/** What a reader is told of each level. */
export const LEVELS: Record<ChangeLevel, string> = {
  breaking: 'Breaking: code that was right is wrong now',
  risky: 'Risky: code that took more for granted than the docs say may be wrong now',
  safe: 'Safe: no code that was right can notice',
};
