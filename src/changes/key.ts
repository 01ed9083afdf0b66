import type { Change } from '../model/change.ts';

/** What identifies a change: an approval names these, and one without `part` means every part. */
export type ChangeKey = Pick<Change, 'rule' | 'api' | 'code' | 'part'>;

/** True where a key, such as an approval, means a change. */
export function covers({ api, rule, code, part }: ChangeKey, change: ChangeKey): boolean {
  // an API that is gone has no folder of its own for approvals
  const isNear = api === change.api || (rule === 'api-removed' && part !== undefined);
  return isNear && rule === change.rule && code === change.code && (part === undefined || part === change.part);
}

/** True where two keys name the same, whichever folder they are in: an API keeps its approvals when it gets another id. */
export function isSameKey(a: Omit<ChangeKey, 'api'>, b: Omit<ChangeKey, 'api'>): boolean {
  return a.rule === b.rule && a.code === b.code && a.part === b.part;
}
