import { foldName } from '../model/fold.ts';
import { isHttpStatus } from '../model/http.ts';
import { spellingDifferences, statusDifferences } from './differences.ts';
import { bestOf, evidenceFor, isNamedIn } from './evidence.ts';
import { retryOf } from './explain-body.ts';
import type { Explanation, Nearest } from './explanation.ts';
import type { DecodeCode } from './index-format.ts';
import { entryAt, operationIn } from './operation.ts';
import { waitOf } from './wait.ts';
import { type FoundWord, messagesIn, SHORT, wholeText } from './words.ts';
import type { Work } from './work.ts';

/** What the docs say of a code by itself in a text. */
export function explainWord(
  word: FoundWord,
  found: 'word' | 'message',
  work: Work,
  bodies: readonly Explanation[],
): Explanation {
  const { entries, status, retryAfter } = word;
  const isSeen = ({ api }: Nearest) => bodies.some((body) => body.api === api);
  const clues = { status, message: word.around, addressed: work.addressed };
  const points = (it: Nearest) =>
    evidenceFor(it.api, it.entry, clues) +
    (isSeen(it) ? 1 : 0) +
    (isNamedIn(word.around, it.api) ? 3 : 0) +
    namespaceEvidence(it.entry, word.around);
  const [best = entries[0]!, ...equal] = bestOf(entries, points);
  const { api } = best;
  const rivals = equal.filter((it) => it.api === api && it.entry !== best.entry);
  const isShared = found === 'word' && [best, ...rivals].some((it) => it.entry.sent);
  if (isShared && rivals.length > 0) return ambiguous(word, found, work, [best, ...rivals]);
  const operation = best.entry.operations && operationIn(word.around, best.entry);
  const entry = entryAt(best.entry, operation) ?? best.entry;
  const seen = status === undefined ? undefined : { value: status, from: 'log' as const };
  return {
    found,
    line: work.lineOf(word.at),
    times: word.times,
    api,
    others: equal.map((it) => it.api).filter((other) => other !== api),
    code: api.sendsCodes ? entry.code : undefined,
    entry,
    ...(operation !== undefined && { operation }),
    nearest: [],
    status: seen,
    retry: retryOf(api, entry, status, undefined),
    wait: retryAfter === undefined ? undefined : waitOf(retryAfter, 'log', work.now, undefined),
    values: [],
    differences: [...spellingDifferences(entry, word.seen), ...statusDifferences(entry, seen, undefined, undefined)],
    otherRequests: [],
  };
}

/** How much a text speaks for the namespace of a code: it has its name, or speaks of what isn't HTTP as the code's status does. */
function namespaceEvidence({ sent, statuses }: DecodeCode, around: string): number {
  if (!sent) return 0;
  const words = new Set(around.split(/[^\p{L}\p{N}_-]+/u).map(foldName));
  const isNamed = words.has(foldName(sent.namespace));
  const isOfStatus = statuses.some(
    ({ status, title }) => !isHttpStatus(status) && STATUS_WORDS(title).some((it) => foldName(around).includes(it)),
  );
  return (isNamed ? 5 : 0) + (isOfStatus ? 2 : 0);
}

const STATUS_WORDS = (title: string) =>
  title
    .split(/\s+/)
    .map(foldName)
    .filter((it) => it.length >= 4);

/** A code that several namespaces have, where nothing says which of them is meant. */
function ambiguous(word: FoundWord, found: 'word' | 'message', work: Work, nearest: Nearest[]): Explanation {
  const { api } = nearest[0]!;
  const { status } = word;
  const code = word.seen ?? word.code;
  return {
    found,
    line: work.lineOf(word.at),
    times: word.times,
    api,
    others: [],
    code,
    entry: undefined,
    nearest,
    isAmbiguous: true,
    status: status === undefined ? undefined : { value: status, from: 'log' },
    retry: retryOf(api, undefined, status, code),
    wait: undefined,
    values: [],
    differences: [],
    otherRequests: [],
  };
}

/** A short text that no body and no code was found in: a code with odd characters, a misspelled code, or a message. */
export function explainShort(work: Work): Explanation[] {
  const { paste, index } = work;
  const text = paste.trim();
  const asWord = (entries: FoundWord['entries']): FoundWord => ({
    code: text,
    seen: text,
    at: 0,
    around: text,
    times: 1,
    entries,
    status: undefined,
    retryAfter: undefined,
  });
  const whole = wholeText(paste, index);
  if (whole.length > 0) return [explainWord(asWord(whole), 'word', work, [])];
  if (paste.length > 100 * SHORT) return [];
  return messagesIn(paste, index).map((word) => explainWord(word, 'message', work, []));
}
