import type { Api } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Retry } from '../model/schema/retry.ts';
import { policyOfStatus, TRANSIENT_4XX } from '../model/unknown-codes.ts';
import { isSeveral, severalRules } from './handler-several.ts';
import type { Facts, Reference } from './snippets/facts.ts';
import { comment, inTypeScript } from './snippets/quote.ts';
import { matches, read } from './snippets/typescript.ts';

/** What a handler says of a code: `effect` where the statuses say another. */
export interface Handled extends Facts {
  envelope: Envelope | undefined;
  /** Its HTTP statuses. */
  statuses: readonly number[];
}

/** The same of a code at one operation. */
export interface HandledThere extends Handled {
  /** The source of a regular expression for the method and path of its requests. */
  requests: string;
}

/** Functions that say what to do about a response. */
interface Rules {
  lines: string[];
  /** Whether `ruleOf` takes the request too, as a method and a path. */
  readsRequest: boolean;
}

/** More branches than this nobody reads, and a compiler gives up at some number: then tables say what to do. */
const MOST_BRANCHES = 200;

/** What to do by code; those that need no mention are those that an unknown code would be treated like. */
export function rules(api: Api, all: readonly Handled[], there: readonly HandledThere[]): Rules {
  const several = isSeveral(all);
  const placeOf = (at: Reference) => (several ? 'code' : read(at));
  const fallback = unknown(api, all, placeOf);
  const named = all.filter((facts) => rule(facts) !== fallback.is || (api.sendsCodes && facts.identity.by !== 'code'));
  const isLarge = named.length > MOST_BRANCHES;
  const listed = isLarge ? named.filter((facts) => !isSaidByStatus(facts, fallback)) : named;
  const byPlace = Map.groupBy(listed, ({ identity }) => (identity.by === 'code' ? placeOf(identity.at) : ''));
  const others = byPlace.get('') ?? [];
  byPlace.delete('');
  const tables = isLarge ? tablesOf(byPlace, others) : undefined;
  const single = branchesThere(all, there, several);
  const request = single.length > 0 ? ', request: string' : '';
  const lines = [
    ...(several ? severalRules(all, single.length > 0) : []),
    several
      ? `function ruleOfCode(response: Response, body: any, code: unknown${request}): Rule {`
      : `function ruleOf(response: Response, body: any${request}): Rule {`,
    ...single,
    ...(tables
      ? tables.branches
      : [...[...byPlace].flatMap(([place, group]) => switchOf(place, group)), ...others.map(branchOf)]),
    ...comment('Every other code, and those that these docs do not list yet.', '//', '  '),
    ...fallback.lines,
    '}',
    ...(tables ? tables.lines : []),
  ];
  return { lines, readsRequest: single.length > 0 };
}

/** Rules that hold for single operations, where they are others than those of the code. */
function branchesThere(all: readonly Handled[], there: readonly HandledThere[], several: boolean): string[] {
  const keyOf = (facts: Handled) => JSON.stringify([facts.identity, rule(facts)]);
  const known = new Set(all.map(keyOf));
  return there
    .filter((facts) => !known.has(keyOf(facts)))
    .map((facts) => {
      const { identity, requests } = facts;
      const is =
        several && identity.by === 'code' ? `code === ${literal(identity.name ?? identity.value)}` : matches(identity);
      return `  if (/^${requests}$/.test(request) && ${is})\n    return ${rule(facts)};`;
    });
}

function switchOf(place: string, group: readonly Facts[]): string[] {
  return [
    `  switch (${place}) {`,
    ...[...Map.groupBy(group, rule)].flatMap(([is, members]) => [
      ...members.map(
        ({ identity }) => `    case ${identity.by === 'code' ? literal(identity.name ?? identity.value) : ''}:`,
      ),
      `      return ${is};`,
    ]),
    '  }',
  ];
}

function branchOf(facts: Facts): string {
  return `  if (${matches(facts.identity)})\n    return ${rule(facts)};`;
}

/** Whether a code is treated as its statuses would have it, which is the rule for all that nothing is said about. */
function isSaidByStatus({ statuses, retry, effect, identity }: Handled, { byStatus }: Fallback): boolean {
  if (!byStatus || effect || identity.by !== 'code') return false;
  return statuses.every((status) => rule({ retry }) === (policyOfStatus(status) === 'backoff' ? LATER : NEVER));
}

interface Tables {
  branches: string[];
  lines: string[];
}

/** The same as branches, with codes and messages in sets, one for each rule. */
function tablesOf(byPlace: ReadonlyMap<string, readonly Facts[]>, others: readonly Facts[]): Tables {
  const branches: string[] = [];
  const lines: string[] = [];
  const add = (key: string, is: string, values: readonly string[]) => {
    const name = `LIST_${branches.length + 1}`;
    branches.push(`  if (${name}.has(${key})) return ${is};`);
    lines.push('', `const ${name} = new Set<unknown>([`, ...filled(values), ']);');
  };
  for (const [place, group] of byPlace)
    for (const [is, members] of Map.groupBy(group, rule))
      add(
        place,
        is,
        members.flatMap(({ identity }) => (identity.by === 'code' ? [literal(identity.name ?? identity.value)] : [])),
      );
  const isExact = ({ identity }: Facts) => identity.by === 'message' && identity.whole;
  const exact = Map.groupBy(others.filter(isExact), (facts) => `${keyOf(facts)}\n${rule(facts)}`);
  for (const [, members] of exact)
    add(
      keyOf(members[0]!),
      rule(members[0]!),
      members.flatMap(({ identity }) =>
        identity.by === 'message' ? [literal(`${identity.status} ${identity.text}`)] : [],
      ),
    );
  return { branches: [...branches, ...others.filter((it) => !isExact(it)).map(branchOf)], lines };
}

function keyOf({ identity }: Facts): string {
  return identity.by === 'message' ? `\`\${response.status} \${${read(identity.at)}}\`` : '';
}

/** Values in lines of about 100 characters. */
function filled(values: readonly string[]): string[] {
  const rows: string[] = [];
  for (const value of new Set(values)) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + value.length < 98) rows[rows.length - 1] = `${last} ${value},`;
    else rows.push(`  ${value},`);
  }
  return rows;
}

function rule({ retry: { policy, delay, attempts }, effect }: Pick<Facts, 'retry'> & Partial<Facts>): string {
  const named = effect ? `, effect: '${effect}'` : '';
  if (policy === 'never' || policy === 'refetch') return `{ policy: '${policy}', delay: 0, attempts: 1${named} }`;
  return `{ policy: '${policy}', delay: ${delay}, attempts: ${attempts}${named} }`;
}

const STANDARD = { policy: 'backoff', delay: 1, attempts: 5 } as const;
const LATER = rule({ retry: STANDARD });
const NEVER = rule({ retry: { policy: 'never', delay: 1, attempts: 1 } });

/** What to do about a code that nothing is said about. */
interface Fallback {
  is: string;
  /** Whether the HTTP status alone decides. */
  byStatus: boolean;
  lines: string[];
}

/** The API's own rule for its own codes; where it has none, and where a response has no code, the status decides. */
function unknown(
  { unknownCodes, sendsCodes }: Api,
  all: readonly Facts[],
  placeOf: (at: Reference) => string,
): Fallback {
  const own = unknownCodes?.retry && rule({ retry: { ...STANDARD, ...numbersOf(unknownCodes.retry) } });
  const byStatus = `/^(${TRANSIENT_4XX.join('|')}|5..)$/.test(\`\${response.status}\`)\n    ? ${LATER}\n    : ${NEVER}`;
  if (own === undefined || !sendsCodes)
    return { is: own ?? byStatus, byStatus: own === undefined, lines: [`  return ${own ?? byStatus};`] };
  const codes = new Set(all.flatMap(({ identity }) => (identity.by === 'code' ? [placeOf(identity.at)] : [])));
  const hasCode = [...codes].map((place) => `${place} !== undefined`).join(' || ');
  return {
    is: own,
    byStatus: false,
    lines: [
      ...(hasCode ? [`  if (${hasCode}) return ${own};`, ...comment('No code: the status decides.', '//', '  ')] : []),
      `  return ${byStatus};`,
    ],
  };
}

function numbersOf({ policy, delay, attempts }: Retry) {
  return { policy, ...(delay !== undefined && { delay }), ...(attempts !== undefined && { attempts }) };
}

const literal = (value: string | number) => (typeof value === 'number' ? `${value}` : inTypeScript(value));

/** The fields as expressions, each once. */
export function distinct(fields: readonly Reference[]): string[] {
  return [...new Set(fields.map(read))];
}
