import { documentedFault } from '../model/documented-fault.ts';
import { effectOfStatuses, isKeyedCode } from '../model/effect.ts';
import { codeHeader } from '../model/envelope/carried.ts';
import { envelopeNameOf } from '../model/envelope/of-code.ts';
import { endOfLifeOf, notableLifecycleOf } from '../model/lifecycle.ts';
import { type Prose, templateOf } from '../model/message.ts';
import { allStatuses, atOperation, hasOwnFacts, type Operation } from '../model/operation.ts';
import type { Api, Code, Registry, Status } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Field } from '../model/schema/field.ts';
import type { Retry } from '../model/schema/retry.ts';
import type {
  DecodeApi,
  DecodeCode,
  DecodeEnvelope,
  DecodeField,
  DecodeIndex,
  DecodeOperation,
  DecodeRetry,
} from './index-format.ts';

/** What the index takes from the site that publishes it. */
interface IndexSite {
  apiHref(api: Api): string;
  codeHref(api: Api, code: Code): string;
  /** Markdown as text, with code marked. */
  prose(markdown: string): Prose;
}

/** The decoder's index of a registry, which has public codes only. */
export function decodeIndex({ apis }: Registry, site: IndexSite): DecodeIndex {
  return { format: 'error-docs-decode/1', apis: apis.map((api) => indexApi(api, site)) };
}

function indexApi(api: Api, site: IndexSite): DecodeApi {
  const { unknownCodes } = api;
  return {
    id: api.id,
    title: api.title,
    href: site.apiHref(api),
    address: hostAndPath(api.baseUrl),
    support: api.support,
    sendsCodes: api.sendsCodes,
    // `__proto__` is no name of an envelope, for names are ids
    envelopes: Object.fromEntries(Object.entries(api.envelopes).map(([name, it]) => [name, indexEnvelope(it)])),
    unknownCodes: unknownCodes && {
      retry: unknownCodes.retry && indexRetry(unknownCodes.retry, site),
      meaning: site.prose(unknownCodes.meaning),
    },
    idempotency: api.idempotency,
    codes: api.codes.map((code) => indexCode(api, code, site)),
  };
}

/** The part of a base URL that a paste may name: host and path. */
function hostAndPath(baseUrl: string | undefined): string | undefined {
  if (baseUrl === undefined || !URL.canParse(baseUrl)) return undefined;
  const { host, pathname } = new URL(baseUrl);
  return (host + pathname).replace(/\/+$/, '');
}

function indexEnvelope(envelope: Envelope): DecodeEnvelope {
  const { mediaType, fields, headers = {}, text } = envelope;
  const header = codeHeader(envelope);
  return {
    mediaType,
    fields: fields.map(indexField),
    headers: Object.keys(headers),
    text,
    codeHeader: header && { name: header.name, after: header.after, until: header.until },
  };
}

function indexField({ pointer, type, role, const: only, optional, after, until, items }: Field): DecodeField {
  return {
    pointer,
    type,
    role,
    const: only,
    optional: optional || undefined,
    after,
    until,
    items: items?.map(indexField),
  };
}

function indexRetry({ policy, reason, delay, attempts }: Retry, site: IndexSite): DecodeRetry {
  return { policy, reason: reason === undefined ? undefined : site.prose(reason), delay, attempts };
}

function indexCode(api: Api, code: Code, site: IndexSite): DecodeCode {
  const meaning = site.prose(code.meaning);
  const steps = code.remediation.map(site.prose);
  const headers = Object.keys(code.headers);
  const statuses = allStatuses(code);
  return {
    code: code.code,
    sent: code.sent,
    aliases: code.aliases.length > 0 ? code.aliases.map((alias) => alias.code) : undefined,
    names: code.names,
    severity: code.severity === 'error' ? undefined : code.severity,
    href: site.codeHref(api, code),
    title: code.title,
    envelope: envelopeNameOf(api, code),
    statuses: statuses.map(indexStatus),
    message: code.message,
    template: code.message === undefined ? undefined : templateOf(code.message, [meaning, ...steps]),
    meaning,
    fault: documentedFault(code),
    unverified: code.unverified.length > 0 ? code.unverified : undefined,
    retry: indexRetry(code.retry, site),
    effect: code.effect === effectOfStatuses(statuses.map(({ status }) => status)) ? undefined : code.effect,
    operations: code.operations.some(differs) ? code.operations.map((it) => indexOperation(code, it, site)) : undefined,
    keyed: api.idempotency && !isKeyedCode(api, code) ? false : undefined,
    steps,
    fields: code.fields.length > 0 ? code.fields.map(indexField) : undefined,
    headers: headers.length > 0 ? headers : undefined,
    mark: notableLifecycleOf(code),
    replacedBy: endOfLifeOf(code)?.replacedBy,
  };
}

function indexStatus({ status, title }: Status): DecodeCode['statuses'][number] {
  return { status, title };
}

function differs(operation: Operation): boolean {
  return operation.meaning !== undefined || hasOwnFacts(operation);
}

/** What an operation says otherwise; with a status of its own, also whose fault it is and whether the request was carried out. */
function indexOperation(code: Code, it: Operation, site: IndexSite): DecodeOperation {
  const { statuses, meaning, remediation, retry } = it;
  const { fault, effect } = atOperation(code, it);
  return {
    operation: it.operation,
    ...(statuses && { statuses: statuses.map(indexStatus), fault, effect }),
    ...(meaning !== undefined && { meaning: site.prose(meaning) }),
    ...(retry && { retry: indexRetry(retry, site) }),
    ...(remediation && { steps: remediation.map(site.prose) }),
  };
}
