import type { Code, Farewell, Field } from '../registry/index.ts';
import { escapeHtml } from './escape.ts';
import { firstSentence, plainText } from './markdown.ts';
import { type ShownExample, shownExamples } from './responses.ts';
import { type CodeLink, codeLinks, type FieldRow, fieldRows, markOf } from './rows.ts';
import { type SiteApi, urls } from './site.ts';
import { texts } from './texts.ts';

/** What is shown of neighbours and of the same status at most, however large the registry is. */
const FEW = 6;

/** Everything that a code's page shows. */
export interface CodePage {
  code: string;
  heading: string;
  /** The title below the code, or the code below the title; HTML. */
  subtitle: string | undefined;
  description: string;
  api: { title: string; href: string };
  domain: { title: string; href: string };
  mark: string | undefined;
  notices: { text: string; reason: string | undefined; replacement: CodeLink | undefined }[];
  statuses: { text: string; href: string; family: string }[];
  fault: { name: string; meaning: string };
  retry: { policy: string; short: string; long: string; what: string; reason: string | undefined; notes: string[] };
  since: string | undefined;
  meaning: string;
  steps: string[];
  causes: string[];
  examples: ShownExample[];
  fields: FieldRow[];
  headers: { name: string; value: string; meaning: string | undefined }[];
  operations: { operation: string; meaning: string | undefined }[];
  states: string[];
  related: CodeLink[];
  sameStatus: { title: string; links: CodeLink[]; all: { text: string; href: string } } | undefined;
  links: { title: string; href: string }[];
  neighbours: { links: CodeLink[]; previous: CodeLink | undefined; next: CodeLink | undefined };
  source: string | undefined;
  json: string;
}

/** The page of one code. */
export function codePage(api: SiteApi, code: Code): CodePage {
  const domain = api.byDomain.get(code.domain)!;
  const heading = api.sendsCodes ? code.code : (code.title ?? code.code);
  const policy = texts.retry[code.retry.policy];
  const statuses = code.statuses.map(({ status, title, family }) => ({
    text: title === String(status) ? title : `${status} ${title}`.trim(),
    href: urls.status(api.id, status),
    family,
  }));
  return {
    code: code.code,
    heading,
    subtitle: heading === code.code ? optional(escapeHtml, code.title) : `<code>${escapeHtml(code.code)}</code>`,
    description: `${firstSentence(plainText(code.meaning), 200)} ${texts.code.description(statuses[0]!.text, policy.long)}.`,
    api: { title: api.title, href: urls.api(api.id) },
    domain: { title: domain.title, href: urls.domain(api.id, domain.id) },
    mark: markOf(code),
    notices: noticesOf(api, code),
    statuses,
    fault: { name: texts.faults[code.fault], meaning: texts.faultMeanings[code.fault] },
    retry: {
      policy: code.retry.policy,
      ...policy,
      reason: optional(api.block, code.retry.reason),
      notes: retryNotes(code),
    },
    since: code.since,
    meaning: api.block(code.meaning),
    steps: code.remediation.map(api.inline),
    causes: code.causes.map(api.inline),
    examples: shownExamples(api, code),
    fields: fieldRows(api, code.fields satisfies Field[]),
    headers: Object.entries(code.headers).map(([name, { value, meaning }]) => ({
      name,
      value,
      meaning: optional(api.inline, meaning),
    })),
    operations: code.operations.map(({ operation, meaning }) => ({
      operation,
      meaning: optional(api.inline, meaning),
    })),
    states: code.states,
    related: codeLinks(
      api,
      code.related.map((name) => api.byCode.get(name)!),
    ),
    sameStatus: sameStatus(api, code),
    links: code.links,
    neighbours: neighboursOf(api, code),
    source: api.source && `${api.source}${code.file.slice(api.id.length + 1)}#L${code.line}`,
    json: urls.errorsJson(api.id),
  };
}

function optional(show: (text: string) => string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : show(text);
}

function noticesOf(api: SiteApi, { deprecated, retired, reserved }: Code): CodePage['notices'] {
  const notice = (text: string, farewell: Farewell = {}) => ({
    text,
    reason: optional(api.inline, farewell.reason),
    replacement:
      farewell.replacedBy === undefined ? undefined : codeLinks(api, [api.byCode.get(farewell.replacedBy)!])[0],
  });
  return [
    ...(retired ? [notice(texts.code.retiredSince(retired.since), retired)] : []),
    ...(deprecated ? [notice(texts.code.deprecatedSince(deprecated.since), deprecated)] : []),
    ...(reserved ? [notice(texts.code.reservedNote)] : []),
  ];
}

function retryNotes({ retry: { policy, delay, attempts } }: Code): string[] {
  return [
    ...(delay === undefined ? [] : [policy === 'retry-after' ? texts.code.wait(delay) : texts.code.delay(delay)]),
    ...(attempts === undefined ? [] : [texts.code.attempts(attempts)]),
  ];
}

function sameStatus(api: SiteApi, code: Code): CodePage['sameStatus'] {
  const { status, title } = code.statuses[0]!;
  const others = (api.inStatus.get(status) ?? []).filter((it) => it !== code && !code.related.includes(it.code));
  if (others.length === 0) return undefined;
  return {
    title: texts.code.sameStatus(title === String(status) ? title : `${status} ${title}`.trim()),
    links: codeLinks(api, others.slice(0, FEW)),
    all: { text: texts.code.allOf(String(status)), href: urls.status(api.id, status) },
  };
}

function neighboursOf(api: SiteApi, code: Code): CodePage['neighbours'] {
  const all = api.inDomain.get(code.domain)!;
  const here = all.indexOf(code);
  const first = Math.max(0, Math.min(here - FEW / 2, all.length - FEW - 1));
  const links = codeLinks(api, all.slice(first, first + FEW + 1));
  const at = (index: number) => (all[index] ? codeLinks(api, [all[index]])[0] : undefined);
  return { links, previous: at(here - 1), next: at(here + 1) };
}
