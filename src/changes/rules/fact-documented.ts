import type { Gap } from '../../model/gaps.ts';
import { named } from '../../model/named.ts';
import type { Code } from '../../model/registry.ts';
import { FACT_NOUNS } from '../../model/unverified.ts';
import { listText } from '../prose-of-codes.ts';
import type { ChangeRule } from '../rule.ts';
import { factText } from '../unverified.ts';
import { without } from '../values.ts';

export const factDocumented: ChangeRule = {
  id: 'fact-documented',
  level: 'safe',
  summary: 'A fact of a code that was a known gap of the docs is documented.',
  reason: 'Nobody could rely on anything else before.',
  check: ({ changed }) =>
    changed.flatMap(({ about, before, after }) =>
      without(documentable(before), documentable(after)).map((gap) => ({
        ...about,
        part: gap,
        what: `The ${nounOf(gap)} of ${named(before.code)} is documented now.`,
        after: textOf(after, gap),
      })),
    ),
};

/** What the docs of a code don't state; not its fault where that follows from a status that they don't state either. */
function documentable({ gaps = [] }: Code): readonly Gap[] {
  return gaps.includes('status') ? gaps.filter((gap) => gap !== 'fault') : gaps;
}

function nounOf(gap: Gap): string {
  return gap === 'status' || gap === 'message' || gap === 'retry' ? FACT_NOUNS[gap][0] : gap;
}

function textOf(code: Code, gap: Gap): string | undefined {
  switch (gap) {
    case 'status':
    case 'message':
    case 'retry':
      return factText(code, gap);
    case 'remediation':
      return listText(code.remediation);
    case 'meaning':
    case 'fault':
      return code[gap];
  }
}
