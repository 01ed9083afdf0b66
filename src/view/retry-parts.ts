import { counted } from '../model/counted.ts';
import { isRetryable } from '../model/effect.ts';
import { checkFirst, unknownEffectNote } from '../model/effect-notes.ts';
import type { Api, Code } from '../model/registry.ts';
import { retryNotes } from '../model/retry-notes.ts';
import { POLICIES, type RetryPolicy } from '../model/schema/retry.ts';
import { type Block, heading, paragraph, prose, strong, type Table, text } from './document.ts';
import { codesIn, countOf, MOST_LISTED } from './parts.ts';
import { policyTexts, retryLabel } from './retry-label.ts';
import { documentTexts } from './texts.ts';

/*
 * What is said of an API's retries as a whole: its policies, writes and unknown codes.
 */

const { table } = documentTexts;

/** The retry policies in use, each with the codes that ask for it; without retired codes, which are not sent, and those whose policy isn't documented yet. */
export function policyGroups(api: Api): { policy: RetryPolicy; label: string; what: string; codes: Code[] }[] {
  const byPolicy = Map.groupBy(
    api.codes.filter(({ retired, gaps }) => !retired && !gaps?.includes('retry')),
    ({ retry }) => retry.policy,
  );
  return POLICIES.flatMap((policy) => {
    const codes = byPolicy.get(policy);
    const { label, what } = policyTexts(api, policy);
    return codes ? [{ policy, label, what, codes }] : [];
  });
}

/** Each policy in use, with its codes; with their number where there are too many to list them besides. */
export function policyBlocks(api: Api): Block[] {
  return policyGroups(api).flatMap(({ label, what, codes }) => [
    paragraph(strong(`${label}.`), text(` ${what}`)),
    paragraph(...(api.codes.length > MOST_LISTED ? [text(countOf(codes))] : codesIn(codes))),
  ]);
}

/** How to retry a request that may take effect twice. */
export function writeBlocks({ idempotency }: Api): Block[] {
  const { title, what } = documentTexts.writes;
  return [heading(3, text(title)), paragraph(text(`${what} ${checkFirst(idempotency)}`))];
}

/** What to do with a code that the docs don't list: by the API's own rule, or by the HTTP status. */
export function unknownCodeBlocks(api: Api): Block[] {
  const { unknownCodes, idempotency } = api;
  const { title, byStatus, standard } = documentTexts.unknownCode;
  const { retry, meaning } = unknownCodes ?? {};
  const { label, what } = retry ? policyTexts(api, retry.policy) : { label: byStatus, what: standard };
  const notes = [
    ...(retry && !isRetryable(retry) ? [] : [unknownEffectNote(idempotency)]),
    ...(retry ? retryNotes(retry.policy, retry) : []),
  ];
  return [
    heading(3, text(title)),
    paragraph(strong(`${label}.`), text(' '), retry?.reason ? prose(retry.reason) : text(what)),
    ...(meaning === undefined ? [] : [{ kind: 'prose' as const, markdown: meaning }]),
    ...(notes.length > 0 ? [paragraph(text(notes.join(' ')))] : []),
  ];
}

/** The delays and attempts that the registry suggests for codes; a cell is empty where it suggests none. */
export function retryTable(api: Pick<Api, 'retryLabels'>, codes: readonly Code[]): Table {
  const rows = codes.map(({ code, retry, gaps, retry: { delay, attempts } }) => [
    [{ kind: 'code' as const, code }],
    [text(retryLabel(api, { retry, gaps }))],
    [text(delay === undefined ? '' : counted(delay, 'second'))],
    [text(attempts === undefined ? '' : String(attempts))],
  ]);
  const { code, retry, firstWait, attempts } = table;
  return { kind: 'table', label: documentTexts.retries, heads: [code, retry, firstWait, attempts], rows };
}
