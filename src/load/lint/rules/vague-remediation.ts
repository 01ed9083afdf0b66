import { codesOf } from '../../draft.ts';
import { casesOf } from '../cases.ts';
import type { Rule } from '../rule.ts';

const VAGUE = [
  /^(?:please )?(?:contact|email|call|ask|reach out to|get in touch with)\b.{0,40}\b(?:support|us|administrator|admin|team|helpdesk|help desk)(?: team)?(?: (?:for (?:help|assistance|more information)|if .{0,40}))?$/,
  /^(?:please )?(?:check|see|read|look at|consult|inspect)(?: the| your| our)?(?: \w+)? (?:logs?|documentation|docs)(?: for (?:more )?(?:details|information))?$/,
  /^(?:please )?(?:re-?try|try)(?: the (?:request|operation|call))?(?: it)?(?: again)?(?: later| shortly| soon| in a (?:moment|while|few (?:moments|minutes|seconds)))?$/,
  /^(?:please )?(?:repeat|resend)(?: the)?(?: request)?(?: later| shortly)?$/,
];

export const vagueRemediation: Rule = {
  id: 'vague-remediation',
  level: 'warning',
  summary: 'A remediation says more than "contact support", "check the logs" or "try again".',
  check: (api) =>
    codesOf(api)
      .filter(({ entry }) => entry.operations || isVague(entry.remediation))
      .flatMap((code) => casesOf(code, 'remediation'))
      .flatMap(({ entry, name, at }) => {
        if (!isVague(entry.remediation)) return [];
        return [
          {
            at: at('remediation'),
            message: `The remediation of ${name} says only what the caller would do anyway.`,
            fix: "Say what to check, what to change, and what to send to support if that doesn't help.",
          },
        ];
      }),
};

/** True where every part of every step is vague, and there is one. Most steps are read no further than their first part. */
function isVague(steps: readonly string[] = []): boolean {
  const isVaguePart = (part: string) => VAGUE.some((pattern) => pattern.test(part));
  return steps.every((step) => partsOf(step).every(isVaguePart)) && steps.some((step) => partsOf(step).length > 0);
}

function partsOf(step: string): string[] {
  return step
    .toLowerCase()
    .split(/[.;!]|,? (?:or|and|then) /)
    .map((part) => part.trim())
    .filter(Boolean);
}
