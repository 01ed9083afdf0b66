import type { CodeSection } from '../model/addresses.ts';
import { domainOf, examplesOf, isDocsName, successStatuses } from '../model/envelope/of-code.ts';
import type { Gap } from '../model/gaps.ts';
import { humanName } from '../model/human-name.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Confirmable, EndOfLife } from '../model/schema/code.ts';
import { statusText } from '../model/status-text.ts';
import { codeLink } from './code-link.ts';
import {
  type Block,
  bullets,
  type Content,
  type Document,
  type Fact,
  heading,
  type Inline,
  literal,
  type Notice,
  paragraph,
  prose,
  type Section,
  type Setting,
  sectionOf,
  text,
} from './document.ts';
import { fieldTable } from './fields.ts';
import { guideBlocks, guidesNaming } from './guides.ts';
import { differsMark, operationBlocks, otherSteps, retryBlocks, stepsOf } from './operations.ts';
import { policyTexts } from './retry-label.ts';
import { documentTexts } from './texts.ts';
import { versionBlocks } from './versions.ts';

const { code: t } = documentTexts;

/** What a document about a code takes from who renders it. */
interface CodeSetting extends Setting {
  /** Other codes with the same usual status that may be meant; undefined where no other code has it. */
  sameStatus?: readonly Code[];
  /** Whether very many operations are all named, where there is no other file that a reader would look into. */
  isWhole?: boolean;
}

/** All that is said of a code, in the order of its page. */
export function codeDocument(api: Api, code: Code, setting: CodeSetting): Document {
  const isNamedHere = isDocsName(api, code);
  const name = humanName(code) ?? (isNamedHere ? code.message : undefined);
  return {
    ...(isNamedHere
      ? { title: name ? text(name) : literal(code.code), subtitle: [text(`${t.docsName}: `), literal(code.code)] }
      : { title: literal(code.code), subtitle: name === undefined ? undefined : [text(name)] }),
    lines: [
      ...sentLine(code),
      ...namesLine(code),
      ...code.aliases.map(({ code, since, reason }) => [
        text(`${t.formerly} `),
        literal(code),
        ...(since ? [text(`, ${t.until(since)}`)] : []),
        ...(reason ? [text('. '), prose(reason)] : []),
      ]),
    ],
    facts: factsOf(api, code),
    notices: noticesOf(code),
    lead: [{ kind: 'prose', markdown: code.meaning }],
    sections: sectionsOf(api, code, setting),
  };
}

/** How a code is sent, where its name in the docs has the namespace before it. */
function sentLine({ sent }: Code): Content[] {
  return sent ? [[text(t.sentAs), literal(sent.code), text(t.inNamespace), literal(sent.namespace)]] : [];
}

/** The other names of a code on one line; none where it has none. */
function namesLine({ names = [] }: Code): Content[] {
  if (names.length === 0) return [];
  const listed = names.flatMap((name, index) => [...(index > 0 ? [text(', ')] : []), literal(name)]);
  return [[text(t.names(names.length)), ...listed]];
}

function factsOf(api: Api, code: Code): Fact[] {
  const { domain: id, statuses, fault, retry, since, unverified, gaps = [], severity = 'error' } = code;
  const unless = (gap: Gap, values: Content[]) => (gaps.includes(gap) ? [[text(t.undocumented)]] : values);
  // the first release says when the docs began; the API may have sent the code long before
  const label = since === api.releases.at(-1)?.name ? t.documentedSince : t.since;
  const domain = domainOf(api, code)?.title ?? id;
  const policy = policyTexts(api, retry.policy).label;
  const doubt = (kind: Confirmable): Inline[] =>
    unverified.includes(kind) ? [text(' '), { kind: 'mark', text: t.unverified }] : [];
  return [
    {
      id: 'status',
      label: t.status,
      values: unless(
        'status',
        statuses.map((status) => [
          { kind: 'status', status },
          ...(status === statuses.at(-1) ? [...doubt('status'), ...differsMark(code, 'statuses')] : []),
        ]),
      ),
    },
    { id: 'fault', label: t.fault, values: unless('fault', [[text(documentTexts.faults[fault])]]) },
    {
      id: 'retry',
      label: t.retry,
      values: unless('retry', [
        [{ kind: 'policy', policy: retry.policy, text: policy }, ...doubt('retry'), ...differsMark(code, 'retry')],
      ]),
    },
    ...(severity === 'error'
      ? []
      : [{ id: 'severity', label: t.severity, values: [[text(documentTexts.severities[severity])]] }]),
    { id: 'domain', label: t.domain, values: [[{ kind: 'domain', domain: id, text: domain }]] },
    ...(since ? [{ id: 'since', label, values: [[{ kind: 'moment' as const, moment: since }]] }] : []),
  ];
}

function noticesOf({ deprecated, retired, reserved }: Code): Notice[] {
  const notice = (kind: Notice['kind'], text: string, { reason, replacedBy }: EndOfLife = {}): Notice => ({
    kind,
    text,
    reason,
    replacedBy,
  });
  return [
    ...(retired ? [notice('retired', t.retiredSince(retired.since), retired)] : []),
    ...(deprecated ? [notice('deprecated', deprecatedText(deprecated, !retired), deprecated)] : []),
    ...(reserved ? [notice('reserved', t.reservedNote)] : []),
  ];
}

function deprecatedText({ since }: EndOfLife, isSent: boolean): string {
  return isSent ? `${t.deprecatedSince(since)} ${t.stillSent}` : t.deprecatedSince(since);
}

function sectionsOf(api: Api, code: Code, setting: CodeSetting): Section<CodeSection>[] {
  const { remediation, causes, fields, states } = code;
  return [
    { id: 'what-to-do', title: t.whatToDo, blocks: [stepsOf(remediation), ...otherSteps(code, setting)] },
    { id: 'retry', title: t.retry, blocks: retryBlocks(api, code) },
    ...sectionOf('causes', t.causes, bullets(causes.map((cause) => [prose(cause)]))),
    ...sectionOf('response', t.response, responseOf(api, code, setting)),
    ...sectionOf('fields', t.fields, fieldsOf(fields)),
    ...sectionOf('operations', t.operations, operationBlocks(api, code, setting)),
    ...sectionOf('states', t.states, bullets(states.map((state) => stateOf(api, state)))),
    ...sectionOf('guides', t.guides, guideBlocks(guidesNaming(api, code))),
    ...sectionOf('versions', t.versions, versionBlocks(api, code, setting)),
    ...sectionOf('see-also', t.seeAlso, seeAlsoOf(code, setting)),
  ];
}

function fieldsOf(fields: Code['fields']): Block[] {
  return fields.length === 0 ? [] : [paragraph(text(t.fieldsLead)), fieldTable(fields, t.fields)];
}

function responseOf(api: Api, code: Code, setting: Setting): Block[] {
  const examples = examplesOf(api, code, setting.code(code.code));
  const headers = Object.entries(code.headers).filter(([, { meaning }]) => meaning);
  const success = successStatuses(api, code).map(({ status }) => String(status));
  const unverified = (['status', 'message'] as const).filter((fact) => code.unverified.includes(fact));
  const isPlaceholder = examples.length > 0 && code.gaps?.includes('message');
  return [
    ...ownEnvelopeNote(code),
    ...(success.length > 0 ? [paragraph(text(t.successStatus(success)))] : []),
    ...(examples.length > 0 ? [{ kind: 'responses' as const, examples }] : []),
    ...(isPlaceholder ? [paragraph(text(t.undocumentedMessage))] : []),
    ...(examples.length > 0 && unverified.length > 0 ? [paragraph(text(t.unverifiedExample(unverified)))] : []),
    ...termsOf(headers.map(([name, { meaning }]) => [name, meaning])),
  ];
}

/** What differs if a code has another envelope than its domain. */
function ownEnvelopeNote({ envelope }: Code): Block[] {
  if (envelope === undefined) return [];
  return [
    envelope === 'none'
      ? paragraph(text(t.noBody))
      : paragraph(text(t.ownEnvelope), { kind: 'envelope', envelope }, text('.')),
  ];
}

function termsOf(terms: readonly (readonly [name: string, meaning: string | undefined])[]): Block[] {
  return bullets(terms.map(([name, meaning]) => [{ kind: 'term', name, meaning }]));
}

function stateOf(api: Api, state: string): Content {
  const group = Object.entries(api.states).find(([, { values }]) => Object.hasOwn(values, state))?.[0];
  return [{ kind: 'state', state, group }];
}

function seeAlsoOf({ related, links, statuses }: Code, setting: CodeSetting): Block[] {
  const { sameStatus } = setting;
  const usual = statuses[0];
  return [
    ...(related.length > 0
      ? [{ kind: 'codes' as const, codes: related.map((name) => codeLink(name, setting.named(name))) }]
      : []),
    ...(usual && sameStatus
      ? [
          ...(sameStatus.length > 0
            ? [
                heading(3, text(t.sameStatus(statusText(usual)))),
                { kind: 'codes' as const, codes: sameStatus.map((other) => codeLink(other.code, other)) },
              ]
            : []),
          paragraph({
            kind: 'all-of-status',
            status: usual,
            text: t.allOf(usual.family === 'other' ? statusText(usual) : String(usual.status)),
          }),
        ]
      : []),
    ...(links.length > 0
      ? [heading(3, text(t.links)), ...bullets(links.map(({ title, href }) => [{ kind: 'link', text: title, href }]))]
      : []),
  ];
}
