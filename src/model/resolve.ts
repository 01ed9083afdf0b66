import { addressOf } from './address.ts';
import { effectOfStatuses } from './effect.ts';
import { carriesCode } from './envelope/carried.ts';
import { gapsOf, withoutGaps } from './gaps.ts';
import { familyOf, faultOf, isHttpStatus, reasonPhrase } from './http.ts';
import { memberOf } from './member.ts';
import { sentOf } from './namespace.ts';
import { allStatuses, type Operation } from './operation.ts';
import {
  type Api,
  type Code,
  type Domain,
  type Guide,
  resolvedApiSchema,
  resolvedCodeSchema,
  resolvedDomainSchema,
  type Status,
} from './registry.ts';
import type { ApiEntry } from './schema/api.ts';
import type { CodeEntry, OperationEntry } from './schema/code.ts';
import type { DomainEntry } from './schema/domain.ts';
import type { Envelope } from './schema/envelope.ts';
import { inKeyOrder } from './schema/key-order.ts';
import type { StatusValue } from './schema/status.ts';

/** What an API says, in the form of its files, with its public codes alone: from files that were read, or from releases. */
interface ApiSource {
  id: string;
  entry: ApiEntry;
  domains: readonly DomainSource[];
  guides: readonly Guide[];
}

interface DomainSource {
  id: string;
  entry: Omit<DomainEntry, 'codes'>;
  codes: readonly CodeSource[];
}

export interface CodeSource {
  /** Its name, with the namespace of its domain. */
  code: string;
  entry: CodeEntry;
  /** The file that holds the entry, and its line where pages link to it. */
  file: string;
  line?: number | undefined;
}

const API_KEYS = inKeyOrder(resolvedApiSchema);
const DOMAIN_KEYS = inKeyOrder(resolvedDomainSchema);
const CODE_KEYS = inKeyOrder(resolvedCodeSchema);

/** An API with its defaults filled in and its short forms expanded: what pages, programs and comparisons read. */
export function resolveApi(api: ApiSource): Api {
  const { $schema: _schema, envelope, envelopes: several, waive: _waive, ...said } = api.entry;
  const envelopes = several ?? (envelope ? { default: envelope } : {});
  const domains = api.domains.filter(({ codes }) => codes.length > 0);
  const codes = domains.flatMap(({ id, entry, codes }) => {
    const usual = entry.envelope ?? Object.keys(envelopes)[0] ?? 'none';
    return codes.map((code) => {
      const name = code.entry.envelope ?? usual;
      const shape = name === 'none' ? undefined : memberOf(envelopes, name);
      return {
        ...resolveCode(code, entry.namespace, id, shape, api.entry),
        envelope: name === usual ? undefined : name,
      };
    });
  });
  return {
    ...API_KEYS,
    ...said,
    id: api.id,
    versions: [],
    source: said.source?.replace(/(?<!\/)\/*$/, '/'),
    sendsCodes: Object.values(envelopes).some((envelope) => carriesCode(envelope)),
    envelopes,
    domains: domains.map((domain) => resolveDomain(domain, envelopes)),
    codes,
    languages: said.languages ?? {},
    statuses: statusesOf(codes, api.entry),
    states: said.states ?? {},
    scopes: said.scopes ?? {},
    limits: said.limits ?? [],
    guides: [...api.guides],
    images: [],
    releases: [],
  };
}

function resolveDomain({ id, entry, codes }: DomainSource, envelopes: Record<string, Envelope>): Domain {
  const { $schema: _schema, defaults: _defaults, waive: _waive, ...rest } = entry;
  const { envelope: _envelope, ...said } = rest;
  return {
    ...DOMAIN_KEYS,
    ...said,
    id,
    envelope: envelopeName(entry, envelopes),
    codes: codes.map(({ code }) => code),
  };
}

/** The name of the envelope of a domain's codes; undefined where they have no body. */
function envelopeName({ envelope }: DomainSource['entry'], envelopes: Record<string, Envelope>): string | undefined {
  return envelope === 'none' ? undefined : (envelope ?? Object.keys(envelopes)[0]);
}

function resolveCode(
  { code, entry, file, line }: CodeSource,
  namespace: string | undefined,
  domain: string,
  envelope: Envelope | undefined,
  api: ApiEntry,
): Code {
  const {
    status,
    example = {},
    examples = {},
    visibility: _visibility,
    waive: _waive,
    ...said
  } = withoutGaps(entry, api);
  const named = Object.entries(examples).map(([name, overrides]) => ({ name, overrides }));
  const statuses = status.map((it) => resolveStatus(it, api));
  return {
    ...CODE_KEYS,
    ...said,
    code,
    sent: sentOf(namespace, code),
    address: addressOf(code),
    domain,
    statuses,
    fault: said.fault ?? faultOf(statuses[0]?.status),
    unverified: said.unverified ?? [],
    effect: said.effect ?? effectOfStatuses(status),
    causes: said.causes ?? [],
    fields: said.fields ?? [],
    headers: said.headers ?? {},
    examples: named.length > 0 ? named : [{ name: '', overrides: example }],
    operations: (said.operations ?? []).map((it) => resolveOperation(it, api)),
    states: said.states ?? [],
    related: said.related ?? [],
    links: said.links ?? [],
    aliases: (said.aliases ?? []).map((alias) => ({ ...alias, address: addressOf(alias.code) })),
    reserved: said.reserved ?? false,
    gaps: gapsOf(entry, envelope),
    file,
    line,
  };
}

function resolveOperation({ status, ...said }: OperationEntry, api: ApiEntry): Operation {
  return { ...said, ...(status && { statuses: status.map((it) => resolveStatus(it, api)) }) };
}

function resolveStatus(status: StatusValue, { statuses = {} }: ApiEntry): Status {
  const declared = memberOf(statuses, String(status));
  return {
    status,
    title: declared?.title ?? (isHttpStatus(status) ? (reasonPhrase(status) ?? '') : String(status)),
    family: familyOf(status),
    meaning: declared?.meaning,
  };
}

function statusesOf(codes: readonly Code[], api: ApiEntry): Status[] {
  const declared = Object.keys(api.statuses ?? {}).map((name) => (/^[1-5]\d\d$/.test(name) ? Number(name) : name));
  const used = codes.flatMap((code) => allStatuses(code).map(({ status }) => status));
  const order = (status: StatusValue) => (typeof status === 'number' ? status : 1000);
  return [...new Map([...declared, ...used].map((status) => [String(status), status])).values()]
    .sort((a, b) => order(a) - order(b))
    .map((status) => resolveStatus(status, api));
}
