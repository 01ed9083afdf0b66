import type { Explanation } from '../../../load/index.ts';
import type { Change } from '../../../model/change.ts';
import { Candidates } from '../../../model/nearest.ts';
import { type ApiApproval, approve } from '../../approve.ts';
import { changeRules } from '../../compare.ts';
import { recordedApprovals } from '../approvals.ts';
import type { ReleaseRule } from '../rule.ts';

export const staleApproval: ReleaseRule = {
  id: 'stale-approval',
  level: 'error',
  summary:
    "An approval hasn't expired and covers a breaking change of the last release or since it; without releases, a possible one.",
  check(facts, today) {
    const { draft, approvals, history, changes: changesSinceLast } = facts;
    const document = draft.approvals?.document;
    if (!document || approvals.length === 0) return [];
    const last = history().releases.at(-1)?.name;
    const changes = draft.damaged ? undefined : changesSinceLast();
    const near = new Candidates(breakingRules());
    const recorded = new Set(recordedApprovals(facts));
    const unused = (changes && approve(changes, approvals, '').unused) ?? [];
    const useless = new Set(unused.filter((it) => !recorded.has(it)));
    const likeOf = changesLike(changes ?? []);
    return approvals.flatMap((approval, i) => {
      const stale =
        expired(approval, today) ??
        meaningless(approval, near) ??
        (useless.has(approval) ? needless(approval, likeOf(approval), last) : undefined);
      if (!stale) return [];
      const { key, ...words } = stale;
      return [{ at: { document, path: ['approvals', i, key], part: 'value' as const }, ...words }];
    });
  },
};

type Stale = Explanation & { key: 'until' | 'rule' };

function expired({ until }: ApiApproval, today: string | undefined): Stale | undefined {
  if (today === undefined || until >= today) return undefined;
  return {
    key: 'until',
    message: `This approval expired after ${until}, so it no longer covers anything.`,
    fix: 'Remove it if its change has been released; otherwise approve the change again with a later day.',
  };
}

/** An approval that no change could ever match. */
function meaningless({ rule: id, code, part }: ApiApproval, near: Candidates): Stale | undefined {
  const rule = changeRules.find((it) => it.id === id);
  if (!rule) {
    const meant = near.nearest(id);
    const fix = meant ? `Did you mean \`${meant}\`?` : `Name one of: ${breakingRules().join(', ')}.`;
    return { key: 'rule', message: `There is no comparison rule \`${id}\`.`, fix };
  }
  if (rule.level !== 'breaking') {
    const message = `\`${id}\` finds changes that are ${rule.level}, which need no approval.`;
    return { key: 'rule', message, fix: 'Remove it.' };
  }
  if (code !== undefined || part !== undefined || rule.checkRegistry) return undefined;
  return {
    key: 'rule',
    message: `This approval has neither \`code\` nor \`part\`, so it covers no change.`,
    fix: 'Name the code, or the part of the API, that `errorbook diff` shows for the change.',
  };
}

function breakingRules(): string[] {
  return changeRules.filter(({ level }) => level === 'breaking').map(({ id }) => id);
}

/** Finds the first breaking change of the same code or by the same rule. */
function changesLike(changes: readonly Change[]): (approval: ApiApproval) => Change | undefined {
  const breaking = changes.filter(({ level }) => level === 'breaking');
  const byCode = new Map<string | undefined, number>();
  const byRule = new Map<string, number>();
  for (const [i, { code, rule }] of breaking.entries()) {
    if (!byCode.has(code)) byCode.set(code, i);
    if (!byRule.has(rule)) byRule.set(rule, i);
  }
  return ({ code, rule }) => {
    const none = breaking.length;
    return breaking[Math.min(byCode.get(code) ?? none, byRule.get(rule) ?? none)];
  };
}

function needless(approval: ApiApproval, like: Change | undefined, last: string | undefined): Stale {
  const about = [approval.code, approval.part].flatMap((name) => (name === undefined ? [] : [`\`${name}\``]));
  return {
    key: 'rule',
    message: `This approval is not needed: since the release \`${last}\`, there is no change \`${approval.rule}\` of ${about.join(', ') || 'this API'}.`,
    fix: like
      ? `Remove it, or correct what it is about: ${keysOf(like)}.`
      : 'Remove it: its change has been released or undone.',
  };
}

function keysOf({ rule, code, part }: Change): string {
  const keys = Object.entries({ rule, code, part }).filter(([, value]) => value !== undefined);
  return keys.map(([key, value]) => `\`${key}: ${value}\``).join(', ');
}
