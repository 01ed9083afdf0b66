import { memberOf } from '../../model/member.ts';
import type { Envelope } from '../../model/schema/envelope.ts';
import { type ApiDraft, type CodeDraft, isRefused } from '../draft.ts';
import type { Path } from '../source/document.ts';

/** The name of a code's envelope: its own, or its domain's; undefined where neither says one. */
export function envelopeNameFor({ entry, domain }: CodeDraft): string | undefined {
  return entry.envelope ?? domain.entry.envelope;
}

/** The envelope of a code; undefined where it has no body, or it is not known. */
export function envelopeFor({ entry }: ApiDraft, code: CodeDraft): Envelope | undefined {
  if (isEnvelopeRefused(code)) return undefined;
  const name = envelopeNameFor(code);
  if (name === 'none') return undefined;
  if (name !== undefined) return memberOf(entry.envelopes, name);
  return entry.envelope ?? Object.values(entry.envelopes ?? {})[0];
}

/** The envelopes that an API declares, each with its path in the file of the API. */
export function declaredEnvelopes({ entry }: ApiDraft): [Path, Envelope][] {
  return [
    ...(entry.envelope ? [[['envelope'], entry.envelope] as [Path, Envelope]] : []),
    ...Object.entries(entry.envelopes ?? {}).map(([name, it]): [Path, Envelope] => [['envelopes', name], it]),
  ];
}

/** True where the name of a code's envelope could not be read. */
export function isEnvelopeRefused(code: CodeDraft): boolean {
  return code.entry.envelope === undefined && (isRefused(code, 'envelope') || isRefused(code.domain, 'envelope'));
}

/** The names of the headers that a code's envelope sends, also where their entries were refused. */
export function headerNamesFor({ document }: ApiDraft, code: CodeDraft): string[] {
  const { envelope, envelopes } = document.value as { envelope?: WithHeaders; envelopes?: Record<string, WithHeaders> };
  const name = envelopeNameFor(code) ?? Object.keys(envelopes ?? {})[0];
  if (name === 'none') return [];
  return Object.keys((envelope ?? (name === undefined ? undefined : memberOf(envelopes, name)))?.headers ?? {});
}

type WithHeaders = { headers?: object | null } | null | undefined;
