import type { ApiDraft, Finding } from '../../load/index.ts';
import { type Document, isDamaged, type Range } from '../../load/index.ts';
import { append } from '../../model/append.ts';
import { checksumOf } from './checksum.ts';
import { RELEASE_FORMAT, type ReleaseEntry, releaseSchema } from './form.ts';
import { type Replayed, replay } from './state.ts';

/** The releases of an API, as far as they can be trusted. */
export interface History extends Replayed {
  /** Oldest first; none where a file is damaged or could not be taken, for then nothing is known for sure. */
  releases: readonly ReleaseEntry[];
  /** What is wrong with the files; with one problem nothing is said of what the releases hold. */
  problems: readonly Finding[];
}

interface Read {
  file: string;
  document: Document;
  entry: ReleaseEntry;
}

/** Reads the releases of an API, checks them against their checksums and puts them in order. */
export function historyOf({ releases }: ApiDraft): History {
  const problems: Finding[] = [];
  const read = releases.flatMap(({ name, document, lost }) => (lost ? [] : (readOne(name, document, problems) ?? [])));
  const whole = problems.length === 0 && read.length === releases.length;
  const chain = whole ? chainOf(read, problems) : [];
  const replayed = replay(chain.map(({ entry }) => entry));
  const last = chain.at(-1);
  if (last && !replayed.state) problems.push(damage(last.document, 'The releases contradict each other.', TAKE_BACK));
  return problems.length === 0
    ? { releases: chain.map(({ entry }) => entry), problems, ...replayed }
    : { releases: [], problems, ...replay([]) };
}

const TAKE_BACK = 'Restore the file from version control.';

function damage(document: Document, message: string, fix: string, key?: string): Finding {
  if (key === undefined) return { at: { document, range: [0, 0] satisfies Range }, message, fix };
  return { at: { document, path: [key], part: 'value' }, message, fix };
}

function readOne(file: string, document: Document, problems: Finding[]): Read | undefined {
  const value = document.value as Record<string, unknown>;
  const refuse = (message: string, fix: string, key?: string) => {
    problems.push(damage(document, message, fix, key));
    return undefined;
  };
  const [problem] = document.problems;
  if (problem && isDamaged(document)) {
    const { message, range } = problem;
    problems.push({
      at: { document, range },
      message: `${message} Release files must not change once written.`,
      fix: TAKE_BACK,
    });
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('This is not a release: it has no fields.', TAKE_BACK);
  if (value.format !== RELEASE_FORMAT) {
    const fix = `Restore the file from version control, or use the version of Errorbook that wrote it.`;
    return refuse(`The format of this release is not \`${RELEASE_FORMAT}\`, so it was not read.`, fix, 'format');
  }
  const { success, data } = releaseSchema.safeParse(value);
  if (!success)
    return refuse('This release was edited by hand: a field is missing, unknown or has the wrong format.', TAKE_BACK);
  if (data.name !== file) {
    const fix = `Name the file \`${data.name}.json\`, as it was written.`;
    return refuse(`The file is named \`${file}\`, but contains the release \`${data.name}\`.`, fix, 'name');
  }
  return { file, document, entry: data };
}

/** The releases, each after the one that it follows. Stops at the first that is wrong, for all after it hangs on it. */
function chainOf(read: readonly Read[], problems: Finding[]): Read[] {
  const byName = new Map(read.map((it) => [it.entry.name, it]));
  const successors = Map.groupBy(read, ({ entry }) => entry.previous);
  for (const { document, entry } of read) {
    const { name, previous } = entry;
    if (previous === null || byName.has(previous)) continue;
    const message = `\`${name}\` follows the release \`${previous}\`, whose file is missing.`;
    const fix = `Restore \`${previous}.json\` from version control, and this file too if it was edited.`;
    problems.push(damage(document, message, fix, 'previous'));
  }
  for (const [previous, all] of successors) append(problems, forkOf(previous, all));
  append(problems, sameNames(read));
  if (problems.length > 0) return [];
  const chain: Read[] = [];
  for (let next = successors.get(null)?.[0]; next; next = successors.get(next.entry.name)?.[0]) chain.push(next);
  const stuck = read.find((it) => !chain.includes(it));
  if (stuck) {
    problems.push(damage(stuck.document, 'These releases follow each other in a circle.', TAKE_BACK, 'previous'));
    return [];
  }
  for (const [i, it] of chain.entries()) {
    const problem = outOfChain(it, chain[i - 1]);
    if (!problem) continue;
    problems.push(problem);
    return [];
  }
  return chain;
}

function outOfChain({ document, entry }: Read, before: Read | undefined): Finding | undefined {
  const written = document.value as Record<string, unknown>;
  if (checksumOf(written, before?.entry.checksum ?? '') !== entry.checksum) {
    const message = `\`${entry.name}\` or an earlier release was edited by hand or damaged.`;
    return damage(document, message, TAKE_BACK, 'checksum');
  }
  if (!before || entry.date >= before.entry.date) return undefined;
  const message = `\`${entry.name}\` has an earlier date than \`${before.entry.name}\`, which it follows.`;
  return damage(document, message, TAKE_BACK, 'date');
}

/** Two releases after the same one: two branches were released apart and then merged. */
function forkOf(previous: string | null, all: readonly Read[]): Finding[] {
  const [first, ...later] = all.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const after = previous === null ? 'Both are first releases' : `Both follow \`${previous}\``;
  if (!first) return [];
  return later.map(({ document, entry: { name } }) => ({
    ...damage(
      document,
      `${after}, \`${name}\` and \`${first.entry.name}\`: two branches made a release each and were then merged.`,
      `Delete \`${name}.json\` and what follows it, then run \`errorbook release --name ${name}\`: it will contain what \`${first.entry.name}\` does not.`,
      'previous',
    ),
    also: [
      {
        at: { document: first.document, path: ['previous'], part: 'value' as const },
        message: 'The other one is here.',
      },
    ],
  }));
}

function order({ entry }: Read): string {
  return `${entry.date} ${entry.name}`;
}

/** On many disks and in no browser's fragment, case does not tell two names apart. */
function sameNames(read: readonly Read[]): Finding[] {
  const groups = Map.groupBy(read, ({ entry }) => entry.name.toLowerCase());
  return [...groups.values()].flatMap(([, ...more]) =>
    more.map(({ document, entry }) =>
      damage(document, `The name of another release differs from \`${entry.name}\` only in case.`, TAKE_BACK, 'name'),
    ),
  );
}
