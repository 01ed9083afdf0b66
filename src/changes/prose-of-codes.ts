import { lifecycleOf } from '../model/lifecycle.ts';
import { named } from '../model/named.ts';
import type { Operation } from '../model/operation.ts';
import type { Code } from '../model/registry.ts';
import type { CodePair } from './codes.ts';
import { endOfLifeText } from './end-of-life.ts';
import { factPairs, operationPairs } from './operations.ts';
import type { ApiPair } from './pair.ts';
import type { TextPair } from './prose.ts';
import { retryTexts } from './retry.ts';
import { both, inBoth } from './values.ts';

/** The texts of each code, without those that now mean another error. */
export function textsOfCodes({ changed, referencesAfter }: ApiPair): TextPair[] {
  return changed.flatMap((pair) => [...(pair.reused ? [] : entryTexts(pair)), ...otherTexts(pair, referencesAfter)]);
}

function entryTexts({ about, before, after }: CodePair): TextPair[] {
  const text = (part: string, of: (code: Code) => string | undefined) => ({
    ...about,
    part,
    subject: `The ${part} of ${named(before.code)}`,
    before: of(before),
    after: of(after),
  });
  return [
    text('title', ({ title }) => title),
    text('names', ({ names }) => names?.join(', ')),
    text('meaning', ({ meaning }) => meaning),
    text('remediation', ({ remediation }) => listText(remediation)),
    text('causes', ({ causes }) => (causes.length > 0 ? listText(causes) : undefined)),
  ];
}

/** Several texts as one, numbered. */
export function listText(items: readonly string[]): string {
  return items.length === 1 ? items.join() : items.map((item, i) => `${i + 1}. ${item}`).join('\n');
}

/** What an entry says beside the texts about its error. */
function otherTexts(pair: CodePair, references: ApiPair['referencesAfter']): TextPair[] {
  const { about, before, after } = pair;
  const of = named(before.code);
  const text = (part: string, subject: string, was: string | undefined, is: string | undefined) => ({
    ...about,
    part,
    subject,
    before: was,
    after: is,
  });
  return [
    ...factPairs([pair], 'retry').flatMap(({ before: { retry: was }, after: { retry: is }, part, whose }) =>
      retryTexts(was, is).map(([name, what, old, now]) =>
        text(part(`retry/${name}`), `The ${what} of ${whose}`, old, now),
      ),
    ),
    ...since(before, after).map(([was, is]) => text('since', `The first release of ${of}`, was, is)),
    ...operationPairs(pair).flatMap(([was, is]) => [
      text(`operations/${was.operation}`, `The meaning of ${of} for ${named(was.operation)}`, was.meaning, is.meaning),
      text(
        `operations/${was.operation}/remediation`,
        `The remediation of ${of} for ${named(was.operation)}`,
        stepsOf(was),
        stepsOf(is),
      ),
    ]),
    ...listedOperations(before, after).map(([was, is]) =>
      text('operations', `The list of operations that return ${of}`, was, is),
    ),
    ...inBoth(aliasTexts(before), aliasTexts(after)).map(([name, was, is]) =>
      text(`aliases/${name}`, `The history of the alias ${named(name)} of ${of}`, was, is),
    ),
    ...(lifecycleOf(before) === lifecycleOf(after)
      ? lifeTexts(before, after, references).map(([part, was, is]) =>
          text(part, `The notice that ${of} is ${part}`, was, is),
        )
      : []),
  ];
}

/** Without one in the entry, it comes from a release: to write it down, or to leave it to the release, is no change. */
function since(before: Code, after: Code): [string, string][] {
  return before.since === undefined || after.since === undefined ? [] : [[before.since, after.since]];
}

function stepsOf({ remediation }: Operation): string | undefined {
  return remediation && listText(remediation);
}

/** An entry without operations says nothing of them; the first list of them is no promise that was broken. */
function listedOperations(before: Code, after: Code): [string | undefined, string | undefined][] {
  const [was, is] = both(before, after, ({ operations }) => operations.map(({ operation }) => operation));
  if (was.length > 0 && is.length > 0) return [];
  return [[was.join(', ') || undefined, is.join(', ') || undefined]];
}

function aliasTexts({ aliases }: Code): Record<string, string> {
  return Object.fromEntries(
    aliases.map(({ code, since, reason }) => [code, [since, reason].filter(Boolean).join('; ')]),
  );
}

function lifeTexts(
  before: Code,
  after: Code,
  references: ApiPair['referencesAfter'],
): ['reserved' | 'retired', string | undefined, string | undefined][] {
  const reserved = both(before, after, (code) => (code.reserved ? 'yes' : undefined));
  return [
    ['reserved', reserved[0], reserved[1]],
    ['retired', endOfLifeText(before.retired, references), endOfLifeText(after.retired)],
  ];
}
