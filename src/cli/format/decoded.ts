import {
  type BareStatus,
  type Decoded,
  differenceSentence,
  type Explanation,
  noteSentence,
  policyTexts,
  type RetryLabels,
  statusSentence,
  waitSentence,
} from '../../index.ts';
import { texts } from '../../site/texts.ts';
import { section } from './entry.ts';
import { visible } from './visible.ts';
import { type Setting, textLines } from './wrap.ts';

const { script: t } = texts.decode;

type Known = NonNullable<Explanation['entry']>;

/** What a paste says: what the response itself tells first, then each entry; `entry` gives the lines of a known code. */
export function decodedLines(
  { explanations, notes, nearest, status }: Decoded,
  setting: Setting,
  entry: (api: Explanation['api'], entry: Known, operation: string | undefined) => string[],
  labels: RetryLabels = {},
): string[] {
  const parts = [
    ...explanations.map((it) => [
      ...(it.entry ? entry(it.api, it.entry, it.operation) : unknown(it, setting, labels)),
      ...said(it, setting),
    ]),
    ...notes.map((note) => textLines(noteSentence(note), setting)),
    status ? statusLines(status, setting) : [],
    nearest.length > 0 ? [`${t.mean}:`, ...near(nearest)] : [],
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ['', '', ...part]));
}

/** The same for programs: codes and APIs by their names; the registry says the rest. */
export function decodedValue({ explanations, notes, nearest, status }: Decoded): object {
  const named = ({ api, entry }: Decoded['nearest'][number]) => ({ api: api.id, code: entry.code });
  return {
    explanations: explanations.map((it) => ({
      ...it,
      api: it.api.id,
      others: it.others.map(({ id }) => id),
      code: it.entry?.code ?? it.code,
      entry: undefined,
      known: it.entry !== undefined,
      nearest: it.nearest.map(named),
      retry: { policy: it.retry.policy, from: it.retry.from },
      differences: it.differences.map(differenceSentence),
    })),
    notes: notes.map(noteSentence),
    nearest: nearest.map(named),
    ...(status && { status: { ...status, codes: status.codes.map(named) } }),
  };
}

/** A status that was pasted alone, and the codes that come with it. */
function statusLines({ status, title, codes }: BareStatus, setting: Setting): string[] {
  return [
    setting.paint('bold', `${status}${title === undefined ? '' : ` ${visible(title)}`}`),
    ...textLines(statusSentence(status), setting),
    ...(codes.length > 0 ? section(t.codesWith, near(codes), setting) : textLines(t.noCodesWith, setting)),
  ];
}

function unknown(
  { code, api, status, retry, nearest, isAmbiguous }: Explanation,
  setting: Setting,
  labels: RetryLabels,
): string[] {
  const { label, what } = policyTexts({ retryLabels: labels }, retry.policy);
  const rule = (retry.rule?.reason ?? [what]).join('');
  return [
    `${setting.paint('bold', visible(code ?? String(status?.value ?? '')))}  ${setting.paint('dim', visible(api.title))}`,
    ...textLines(`${isAmbiguous ? t.ambiguous : t.unknown}.`, setting),
    ...section(t.retry, textLines([`${label}.`, rule, retry.effect ?? ''].join(' ').trim(), setting, '  '), setting),
    ...section(
      t.unknownRule,
      retry.meaning.length > 0 ? textLines(retry.meaning.join(''), setting, '  ') : [],
      setting,
    ),
    ...section(code === undefined ? t.sameStatus : isAmbiguous ? t.ambiguous : t.nearest, near(nearest), setting),
  ];
}

/** What this response says beyond its entry. */
function said(it: Explanation, setting: Setting): string[] {
  const { wait, differences, values, status, times, line, others } = it;
  const place = `${t.line} ${line}${times > 1 ? `, ${times} ${t.times}` : ''}`;
  const facts = [
    ...(it.operation === undefined ? [] : [`${t.operation}: ${it.operation}`]),
    `${place}${status === undefined ? '' : `, ${t.status.toLowerCase()} ${status.value}`}`,
    ...(wait ? [waitSentence(wait, (moment) => new Date(moment).toLocaleString(texts.lang))] : []),
    ...(others.length > 0 ? [`${t.alsoIn} ${others.map(({ title }) => title).join(', ')}.`] : []),
    ...values.map(({ name, role, value }) => `${role === 'inMessage' ? t.inMessage : name}: ${value}`),
    ...(it.otherRequests.length > 0 ? [`${t.otherRequests}: ${it.otherRequests.join(', ')}`] : []),
  ];
  return [
    ...section(
      t.values,
      facts.flatMap((fact) => textLines(fact, setting, '  ')),
      setting,
    ),
    ...section(
      t.differences,
      differences.flatMap((difference) => textLines(differenceSentence(difference), setting, '  - ')),
      setting,
    ),
  ];
}

function near(nearest: Decoded['nearest']): string[] {
  return nearest.map(({ api, entry }) => `  ${visible(entry.code)}  ${visible(api.title)}`);
}
