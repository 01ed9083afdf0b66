import { memberOf } from '../../model/member.ts';
import type { Envelope } from '../../model/schema/envelope.ts';
import { type ApiDraft, type DomainDraft, isRefused } from '../draft.ts';
import type { Path } from '../source/document.ts';

/** The envelope of a domain's codes; undefined where they have no body, or it is not known. */
export function envelopeFor({ entry }: ApiDraft, domain: DomainDraft): Envelope | undefined {
  if (isRefused(domain, 'envelope')) return undefined;
  const name = domain.entry.envelope;
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

/** The names of the headers that a domain's envelope sends, also where their entries were refused. */
export function headerNamesFor({ document }: ApiDraft, domain: DomainDraft): string[] {
  const { envelope, envelopes } = document.value as { envelope?: WithHeaders; envelopes?: Record<string, WithHeaders> };
  const name = domain.entry.envelope ?? Object.keys(envelopes ?? {})[0];
  if (name === 'none') return [];
  return Object.keys((envelope ?? (name === undefined ? undefined : memberOf(envelopes, name)))?.headers ?? {});
}

type WithHeaders = { headers?: object | null } | null | undefined;
