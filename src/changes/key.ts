import type { Change } from '../model/change.ts';

/** What identifies a change: an approval names these, and one without `part` means every part. */
export type ChangeKey = Pick<Change, 'rule' | 'api' | 'code' | 'part'>;

/** True where a key, such as an approval, means a change. */
export function covers(key: ChangeKey, change: ChangeKey): boolean {
  return keysOf(change).includes(approvalKey(key));
}

/** An approval's key as text. An API that is gone has no folder of its own for approvals, so any other may approve that. */
export function approvalKey({ api, rule, code, part }: ChangeKey): string {
  return textOf(rule === 'api-removed' && part !== undefined ? undefined : api, rule, code, part);
}

/** The keys of all approvals that would cover a change. */
export function keysOf({ api, rule, code, part }: ChangeKey): string[] {
  const whole = textOf(api, rule, code, undefined);
  return part === undefined ? [whole] : [whole, textOf(rule === 'api-removed' ? undefined : api, rule, code, part)];
}

function textOf(...parts: (string | undefined)[]): string {
  return JSON.stringify(parts.map((part) => part ?? null));
}

/** True where two keys name the same, whichever folder they are in: an API keeps its approvals when it gets another id. */
export function isSameKey(a: Omit<ChangeKey, 'api'>, b: Omit<ChangeKey, 'api'>): boolean {
  return a.rule === b.rule && a.code === b.code && a.part === b.part;
}
