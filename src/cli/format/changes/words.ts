import {
  type ApiApproval,
  CHANGE_LEVELS,
  type ChangeLevel,
  counted,
  stepOf,
  type VersionStep,
} from '../../../index.ts';
import type { Comparison } from '../../comparison.ts';

/** What was compared, in a sentence. */
export function subjectOf({ folder, against }: Comparison): string {
  return `\`${folder === '' ? '.' : folder}\` as it is now, uncommitted changes included, against ${against}.`;
}

/** How many changes there are, by level, in a sentence. */
export function countsOf({ changes, counts }: Comparison): string {
  if (changes.length === 0) return 'Nothing changed for callers.';
  const levels = CHANGE_LEVELS.filter((level) => counts[level] > 0).map((level) => {
    const approved = level === 'breaking' && counts.approved > 0 ? ` (${counts.approved} approved)` : '';
    return `${counts[level].toLocaleString('en')} ${level}${approved}`;
  });
  return `${counted(changes.length, 'change')}: ${levels.join(', ')}.`;
}

const STEPS: Record<Exclude<VersionStep, 'none'>, string> = {
  major: 'a major one',
  minor: 'a minor one',
  patch: 'a patch',
};

/** `a`, `a and b`, `a, b and c`. */
function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The version step that the changes ask for, for each API that changed, in a sentence. */
export function stepSentence({ changes }: Comparison): string {
  const apis = [...Map.groupBy(changes, ({ api }) => api)];
  if (apis.length === 0) return 'No new version is needed.';
  const bySteps = Map.groupBy(apis, ([, own]) => stepOf(own));
  const parts = (['major', 'minor', 'patch'] as const).flatMap((step) => {
    const names = bySteps.get(step)?.map(([api]) => `\`${api}\``);
    return names ? [`${STEPS[step]} for ${list(names)}`] : [];
  });
  return `The next version is ${list(parts)}.`;
}

/** An approval that stops the check: what, why, and what to do about it. */
interface IdleApproval {
  what: string;
  why: string;
  fix: string;
  approval: ApiApproval;
}

/** The approvals that do no work, each in sentences. */
export function idleApprovals({ approvals: { expired, unused } }: Comparison): IdleApproval[] {
  return [
    ...expired.map((approval) => ({
      what: `The approval of ${subject(approval)} has expired.`,
      why: `Its last day was ${approval.until}.`,
      fix: 'Remove it; if the change is still planned, approve it again with a later day.',
      approval,
    })),
    ...unused.map((approval) => ({
      what: `The approval of ${subject(approval)} matches no change.`,
      why: 'It would approve a later change of that kind without a review.',
      fix: 'Remove it.',
      approval,
    })),
  ];
}

/** What an approval is about: `status-changed` of `X` in `desk`. */
export function subject({ api, rule, code, part }: ApiApproval): string {
  const of = [code, part].filter((it) => it !== undefined).map((it) => `\`${it}\``);
  return `\`${rule}\`${of.length > 0 ? ` of ${of.join(', ')}` : ''} in \`${api}\``;
}

/** What each level means. */
export const LEVELS: Record<ChangeLevel, string> = {
  breaking: 'Breaking: correct client code can fail',
  risky: 'Risky: client code that relies on more than the docs promise can fail',
  safe: 'Safe: correct client code is not affected',
};
