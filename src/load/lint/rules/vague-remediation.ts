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
      .flatMap((code) => casesOf(code, 'remediation'))
      .flatMap(({ entry, name, at }) => {
        const { remediation = [] } = entry;
        // most say something in their first step, and are read no further
        if (!remediation.every(isVague) || remediation.every((step) => partsOf(step).length === 0)) return [];
        return [
          {
            at: at('remediation'),
            message: `The remediation of ${name} says only what the caller would do anyway.`,
            fix: "Say what to check, what to change, and what to send to support if that doesn't help.",
          },
        ];
      }),
};

/** True for a step without a part that says something. */
function isVague(step: string): boolean {
  return partsOf(step).every((part) => VAGUE.some((pattern) => pattern.test(part)));
}

function partsOf(step: string): string[] {
  return step
    .toLowerCase()
    .split(/[.;!]|,? (?:or|and|then) /)
    .map((part) => part.trim())
    .filter(Boolean);
}
