import { addressOf } from '../model/address.ts';
import { isGuideComponent } from '../model/guide.ts';
import { familyOf, faultOf, isHttpStatus, reasonPhrase } from '../model/http.ts';
import { memberOf } from '../model/member.ts';
import type { Api, Code, Domain, GuidePart, Registry, Status } from '../model/registry.ts';
import { type ApiEntry, apiSchema } from '../model/schema/api.ts';
import { type CodeEntry, codeSchema } from '../model/schema/code.ts';
import type { DomainEntry } from '../model/schema/domain.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { GuideEntry } from '../model/schema/guide.ts';
import type { StatusValue } from '../model/schema/status.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type ApiDraft, type CodeDraft, codesOf, type DomainDraft, isRefused, keyOf } from './draft.ts';
import { isDamaged, spanOf } from './source/document.ts';
import type { MdxPart } from './source/mdx-parts.ts';

/** Drafts without errors as a registry: defaults spelled out, internal codes left out. */
export function resolve(apis: readonly ApiDraft[]): Registry {
  const bodies = apis.flatMap(({ id, guides }) => guides.map((guide) => [`${id}/${guide.id}`, guide.document.body]));
  return {
    apis: apis.map(resolveApi).sort((a, b) => (a.title < b.title ? -1 : 1)),
    guideBodies: Object.fromEntries(bodies),
  };
}

/** The states of all APIs for a comparison: of drafts with errors, what could be read. */
export function snapshotsOf(apis: readonly ApiDraft[]): Snapshot[] {
  return apis.map(snapshotOf).sort((a, b) => (a.api.id < b.api.id ? -1 : 1));
}

function snapshotOf(draft: ApiDraft): Snapshot {
  const unread = codesOf(draft).filter(isUnread);
  const names = new Set(unread.map(({ code }) => code));
  const domains = draft.domains.map((domain) => ({
    ...domain,
    entry: { title: domain.id, ...domain.entry },
    codes: domain.codes.filter(({ code }) => !names.has(code)),
  }));
  const entry = { title: draft.id, summary: '', codeStyle: 'any' as const, ...draft.entry };
  return {
    api: resolveApi({ ...draft, entry, domains }),
    internal: codesOf(draft).flatMap(({ code, entry }) => (entry.visibility === 'internal' ? [code] : [])),
    unread: [...names],
    whole: !draft.damaged,
    codesAlone: isDamaged(draft.document) || isRefused(draft, ...Object.keys(apiSchema.shape)),
  };
}

const REQUIRED = ['status', 'meaning', 'remediation', 'retry'] as const;

/** Of an entry that lacks what it must have, or has what cannot be read, nothing can be compared. */
function isUnread(code: CodeDraft): boolean {
  const isMissing = REQUIRED.some((field) => code.entry[field] === undefined);
  return isMissing || isDamaged(code.domain.document) || isRefused(code, ...Object.keys(codeSchema.shape));
}

/** A draft without errors as an API: what {@link resolve} does to each. */
export function resolveApi(draft: ApiDraft): Api {
  // without errors, every required field is there
  const entry = draft.entry as ApiEntry;
  const envelopes = entry.envelopes ?? (entry.envelope ? { default: entry.envelope } : {});
  const codes = codesOf(draft)
    .filter((code) => code.entry.visibility !== 'internal')
    .map((code) => resolveCode(code, entry));
  const byDomain = Map.groupBy(codes, ({ domain }) => domain);
  return {
    id: draft.id,
    title: entry.title,
    summary: entry.summary,
    version: entry.version,
    baseUrl: entry.baseUrl,
    source: entry.source?.replace(/(?<!\/)\/*$/, '/'),
    support: entry.support,
    codeStyle: entry.codeStyle,
    sendsCodes: Object.values(envelopes).some(({ fields }) => fields.some(({ role }) => role === 'code')),
    envelopes,
    domains: draft.domains
      .map((domain) => resolveDomain(domain, envelopes, byDomain.get(domain.id) ?? []))
      .filter(({ codes }) => codes.length > 0),
    codes,
    statuses: statusesOf(codes, entry),
    unknownCodes: entry.unknownCodes,
    states: entry.states ?? {},
    scopes: entry.scopes ?? {},
    limits: entry.limits ?? [],
    releases: [],
    guides: draft.guides.map((guide) => {
      const { title, summary } = guide.entry as GuideEntry;
      return { id: guide.id, title, summary, parts: guide.document.parts.flatMap(partOf) };
    }),
  };
}

/** A part of a guide's body; none for a component that there is not, which has its diagnostic. */
function partOf(part: MdxPart): GuidePart[] {
  if (part.kind !== 'component') return [part];
  const { kind, name, attributes } = part;
  return isGuideComponent(name) ? [{ kind, name, attributes: Object.fromEntries(attributes) }] : [];
}

function resolveDomain(draft: DomainDraft, envelopes: Record<string, Envelope>, codes: readonly Code[]): Domain {
  const { title, summary, envelope = Object.keys(envelopes)[0] } = draft.entry as DomainEntry;
  return {
    id: draft.id,
    title,
    summary,
    envelope: envelope === 'none' ? undefined : envelope,
    codes: codes.map(({ code }) => code),
  };
}

function resolveCode(draft: CodeDraft, api: ApiEntry): Code {
  const entry = draft.entry as CodeEntry;
  const named = Object.entries(entry.examples ?? {}).map(([name, overrides]) => ({ name, overrides }));
  const statuses = entry.status.map((status) => resolveStatus(status, api));
  return {
    code: draft.code,
    address: addressOf(draft.code),
    domain: draft.domain.id,
    title: entry.title,
    statuses,
    message: entry.message,
    meaning: entry.meaning,
    remediation: entry.remediation,
    retry: entry.retry,
    fault: entry.fault ?? faultOf(entry.status[0]!),
    causes: entry.causes ?? [],
    fields: entry.fields ?? [],
    headers: entry.headers ?? {},
    examples: named.length > 0 ? named : [{ name: '', overrides: entry.example ?? {} }],
    operations: entry.operations ?? [],
    states: entry.states ?? [],
    related: entry.related ?? [],
    links: entry.links ?? [],
    aliases: (entry.aliases ?? []).map((alias) => ({ ...alias, address: addressOf(alias.code) })),
    since: entry.since,
    deprecated: entry.deprecated,
    retired: entry.retired,
    reserved: entry.reserved ?? false,
    file: draft.domain.document.path,
    line: api.source ? spanOf(keyOf(draft)).start.line : undefined,
  };
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
  const used = codes.flatMap(({ statuses }) => statuses.map(({ status }) => status));
  const order = (status: StatusValue) => (typeof status === 'number' ? status : 1000);
  return [...new Map([...declared, ...used].map((status) => [String(status), status])).values()]
    .sort((a, b) => order(a) - order(b))
    .map((status) => resolveStatus(status, api));
}
