import { z } from 'zod';

/**
 * How much a change weighs for the caller of the API: `breaking`, correct client code can fail; `risky`, client
 * code that relies on more than the docs promise can fail; `safe`, correct client code is not affected.
 */
export const CHANGE_LEVELS = ['breaking', 'risky', 'safe'] as const;

/** A difference between two registries, as the caller of the API meets it: the one record that a comparison returns. */
export const changeSchema = z.strictObject({
  level: z.enum(CHANGE_LEVELS),
  /** The rule's id, which is also its file, its fixture and its anchor in the docs. */
  rule: z.string(),
  /** The id of the API: after the change, or before where there is none after. */
  api: z.string(),
  /** The code concerned, in the spelling that callers know: the one before where it had one. */
  code: z.string().optional(),
  /** For a code that has another spelling now: the one after. */
  codeAfter: z.string().optional(),
  /** What of the code or the API: a key of its entry, the JSON Pointer of a field, a header's name, an address. */
  part: z.string().optional(),
  /** What changed, in a sentence of plain text with names in backticks. */
  what: z.string(),
  /** The value before and after as text, for people; undefined where there was or is none. */
  before: z.string().optional(),
  after: z.string().optional(),
  /** How to reach the same without the harm, where there is such a way. */
  fix: z.string().optional(),
});

export type ChangeLevel = (typeof CHANGE_LEVELS)[number];
export type Change = z.infer<typeof changeSchema>;

/** What a rule finds: the comparison adds rule, level and API. */
export type FoundChange = Omit<Change, 'rule' | 'level' | 'api'>;

/** The step that a version with these changes takes (semver.org): a caller who must act gets a new major version. */
export const VERSION_STEPS = ['major', 'minor', 'patch', 'none'] as const;

export type VersionStep = (typeof VERSION_STEPS)[number];

const STEPS = { breaking: 'major', risky: 'minor', safe: 'patch' } as const satisfies Record<ChangeLevel, VersionStep>;

/** The version step that changes ask for; approving a breaking change does not make it smaller. */
export function stepOf(changes: readonly Change[]): VersionStep {
  const worst = CHANGE_LEVELS.find((level) => changes.some((change) => change.level === level));
  return worst ? STEPS[worst] : 'none';
}
