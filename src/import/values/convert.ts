import { FAULTS, SEVERITIES } from '../../model/schema/code.ts';
import type { Json } from '../../model/schema/field.ts';
import { POLICIES } from '../../model/schema/retry.ts';
import type { Target } from '../source.ts';
import { itemsOf, plainOf, proseOf } from './prose.ts';
import { statusesOf } from './status.ts';

/** What is wrong with a value that a field can't have. */
export interface Unfit {
  why: string;
  fix: string;
}

/** A value as an entry has it; undefined where it says nothing of the kind. */
export type Converted = { value: Json } | { unfit: Unfit };

type Convert = (value: Json, isMarkdown: boolean) => Converted;

const fit = (value: Json): Converted => ({ value });
const unfit = (why: string, fix: string): Converted => ({ unfit: { why, fix } });

/** The texts of a value: of a list each item, of any other scalar itself. */
function textsOf(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null) return [JSON.stringify(value)];
  return value === null ? [] : [String(value)];
}

const plain: Convert = (value) => fit(plainOf(textsOf(value).join(', ')));
const prose: Convert = (value, isMarkdown) =>
  fit(
    textsOf(value)
      .map((it) => proseOf(it, isMarkdown))
      .join('\n\n'),
  );
const items: Convert = (value, isMarkdown) =>
  fit(
    textsOf(value)
      .flatMap(itemsOf)
      .map((it) => proseOf(it, isMarkdown)),
  );
const names: Convert = (value) => fit(textsOf(value).map(plainOf));
const steps: Convert = (value, isMarkdown) => {
  const all = textsOf(value)
    .flatMap(itemsOf)
    .map((it) => proseOf(it, isMarkdown));
  return fit(all.length === 1 ? (all[0] ?? '') : all);
};

/** One of a list of words, however its letters are. */
function oneOf(words: readonly string[], field: string): Convert {
  return (value) => {
    const word = words.find((it) => it === String(value).trim().toLowerCase());
    return word === undefined
      ? unfit(`it is not ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`, `Add \`${field}\` to the entry by hand.`)
      : fit(word);
  };
}

/** How each field of an entry reads a value of a source. It takes what a value says, and guesses nothing. */
export const CONVERT: Readonly<Record<Exclude<Target, 'code' | 'domain'>, Convert>> = {
  title: plain,
  names,
  status: (value) => {
    const found = statusesOf(value);
    if (found) return fit(found.length === 1 ? (found[0] ?? null) : found);
    return unfit('it names no HTTP status from 100 to 599', 'Add `status` to the entry by hand.');
  },
  severity: oneOf(SEVERITIES, 'severity'),
  fault: oneOf(FAULTS, 'fault'),
  message: plain,
  meaning: prose,
  causes: items,
  remediation: steps,
  retry: (value) => {
    const word = String(value).trim().toLowerCase();
    const policy = POLICIES.find((it) => it === word);
    if (policy) return fit(policy);
    if (['false', 'no', 'not retryable', "don't retry"].includes(word)) return fit('never');
    return unfit(
      `it doesn't say which retry policy applies: ${POLICIES.slice(0, -1).join(', ')} or ${POLICIES.at(-1)}`,
      'Add `retry` to the entry by hand.',
    );
  },
  operations: names,
  since: plain,
  deprecated: (value, isMarkdown) => {
    const word = String(value).trim().toLowerCase();
    if (['true', 'yes', 'deprecated'].includes(word)) return fit({});
    if (['false', 'no'].includes(word)) return fit(null);
    return fit({ reason: proseOf(String(value), isMarkdown) });
  },
};
