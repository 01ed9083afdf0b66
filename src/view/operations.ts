import { API_FILES } from '../model/addresses.ts';
import { isKeyedCode } from '../model/effect.ts';
import { effectNote } from '../model/effect-notes.ts';
import { atOperation, hasOwnFacts, type Operation, ownOperations } from '../model/operation.ts';
import type { Api, Code } from '../model/registry.ts';
import { retryNotes } from '../model/retry-notes.ts';
import {
  type Block,
  bullets,
  type Content,
  heading,
  type Inline,
  literal,
  paragraph,
  prose,
  strong,
  type Table,
  text,
} from './document.ts';
import { policyTexts } from './retry-label.ts';
import { documentTexts } from './texts.ts';

const { api: apiTexts, code: t, table } = documentTexts;

/** What to do, in steps. */
export function stepsOf(steps: readonly string[]): Block {
  return steps.length === 1
    ? paragraph(...steps.map(prose))
    : { kind: 'list', ordered: true, items: steps.map((step) => [prose(step)]) };
}

/** How to retry a code, or why not: its policy, what that means for writes, and what is suggested. */
export function retryBlocks(api: Api, code: Code): Block[] {
  const { retry } = code;
  const { byStatus, standard } = documentTexts.unknownCode;
  const isByStatus = code.gaps?.includes('retry') && code.gaps.includes('status') && !api.unknownCodes?.retry;
  const { label, what } = isByStatus ? { label: byStatus, what: standard } : policyTexts(api, retry.policy);
  const effects = effectOf(api, code);
  const notes = retryNotes(retry.policy, retry);
  return [
    paragraph(strong(`${label}.`), ...(retry.reason ? [] : [text(` ${what}`)])),
    ...(retry.reason ? [{ kind: 'prose' as const, markdown: retry.reason }] : []),
    ...(isByStatus ? [paragraph(text(standard))] : []),
    ...(effects === undefined ? [] : [paragraph(text(effects))]),
    ...(notes.length > 0 ? [paragraph(text(notes.join(' ')))] : []),
  ];
}

/** Whether the request was carried out, and what that means for writes; undefined where nothing follows from it. */
function effectOf(api: Api, code: Code): string | undefined {
  return effectNote(code.retry.policy, code.effect, isKeyedCode(api, code) ? api.idempotency : undefined);
}

/** How many operations are named. */
interface Most {
  isWhole?: boolean;
}

/** Of more operations than these a code names the first, unless all are asked for: of those with nothing of their own, and of others. */
const MOST = { plain: 500, own: 100 };

/**
 * The operations that return a code: a list, then a part for each one with a status, a policy or steps of its own. Of very many the
 * first, and how many more there are.
 */
export function operationBlocks(api: Api, code: Code, { isWhole = false }: Most): Block[] {
  const own = ownOperations(code).slice(0, isWhole ? Infinity : MOST.own);
  const plain = code.operations.filter((it) => !hasOwnFacts(it)).slice(0, isWhole ? Infinity : MOST.plain);
  const more = code.operations.length - own.length - plain.length;
  return [
    ...bullets(plain.map(({ operation, meaning }) => [{ kind: 'term', name: operation, meaning }])),
    ...own.flatMap((operation) => differences(api, code, operation)),
    ...(more > 0 ? [paragraph(text(t.moreOperations(more)), literal(API_FILES.json), text(t.allOperations))] : []),
  ];
}

function differences(api: Api, code: Code, it: Operation): Block[] {
  const { statuses, meaning, remediation, retry } = it;
  const there = atOperation(code, it);
  const status = (statuses ?? []).flatMap((one, i): Inline[] => [
    ...(i > 0 ? [text(', ')] : []),
    { kind: 'status', status: one },
  ]);
  const effects = effectOf(api, there);
  const isEffectSaid = effects !== undefined && effects !== effectOf(api, code);
  return [
    heading(3, literal(it.operation)),
    ...(status.length > 0 ? [paragraph(text(`${t.status}: `), ...status)] : []),
    ...(meaning === undefined ? [] : [{ kind: 'prose' as const, markdown: meaning }]),
    ...(remediation === undefined ? [] : [stepsOf(remediation)]),
    ...(retry ? retryBlocks(api, there) : isEffectSaid ? [paragraph(text(effects))] : []),
  ];
}

/** Which operations have other steps than these, with a link to where they are; none where every operation has these. */
export function otherSteps(code: Code, { isWhole = false }: Most): Block[] {
  const others = ownOperations(code).filter(({ remediation }) => remediation !== undefined);
  if (others.length === 0) return [];
  const shown = others.slice(0, isWhole ? Infinity : MOST.own);
  const names = shown.flatMap(({ operation }, i) => [...(i > 0 ? [text(', ')] : []), literal(operation)]);
  if (shown.length < others.length) names.push(text(', …'));
  return [
    paragraph(
      text(t.otherSteps),
      ...names,
      text(' ('),
      { kind: 'section', section: 'operations', text: t.operations },
      text(').'),
    ),
  ];
}

/** A mark beside a fact that some operation states otherwise; nothing where none does. */
export function differsMark(code: Code, fact: 'statuses' | 'retry'): Inline[] {
  const isSaid = ownOperations(code).some((it) => it[fact] !== undefined);
  return isSaid ? [text(' '), { kind: 'mark', text: t.differs }] : [];
}

/** A code that an operation can return, with what differs there. */
interface Returned {
  code: Code;
  it: Operation;
}

/** The operations of an API by name, each with the codes that it can return. */
export function operationsOf({ codes }: Api): [name: string, returned: Returned[]][] {
  const pairs = codes.flatMap((code) => code.operations.map((it) => ({ code, it })));
  return [...Map.groupBy(pairs, ({ it }) => it.operation)].sort(([a], [b]) => a.localeCompare(b, 'en'));
}

/** A table of operations, of all by default; undefined if there are none. */
export function operationTable(api: Api, operations = operationsOf(api)): Table | undefined {
  const rows = operations.map(([operation, own]): Content[] => [
    [literal(operation)],
    own.flatMap(({ code, it }, i) => [
      ...(i > 0 ? [text(', ')] : []),
      { kind: 'code' as const, code: code.code },
      ...factsThere(api, it),
    ]),
  ]);
  return rows.length > 0
    ? { kind: 'table', label: apiTexts.operations, heads: [table.operation, table.codes], rows }
    : undefined;
}

/** The status and policy that a code has at one operation alone, in brackets. */
function factsThere(api: Api, { statuses = [], retry }: Operation): Inline[] {
  const facts = [
    ...statuses.map(({ status }) => String(status)),
    ...(retry ? [policyTexts(api, retry.policy).label] : []),
  ];
  return facts.length > 0 ? [text(` (${facts.join(', ')})`)] : [];
}
