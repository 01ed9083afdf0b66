import type { Api, Domain } from '../model/registry.ts';
import { countUnverified, unverifiedText } from '../model/unverified.ts';
import {
  type Block,
  type Content,
  type Document,
  type Fact,
  literal,
  paragraph,
  type Section,
  type Setting,
  sectionOf,
  text,
} from './document.ts';
import { guideBlocks } from './guides.ts';
import { operationsOf, operationTable } from './operations.ts';
import {
  codeTable,
  countOf,
  envelopeBlocks,
  limitTable,
  MOST_LISTED,
  scopeTable,
  stateBlocks,
  statusTable,
} from './parts.ts';
import { policyBlocks, unknownCodeBlocks, writeBlocks } from './retry-parts.ts';
import { supportLinks } from './support.ts';
import { documentTexts } from './texts.ts';

const { api: t } = documentTexts;

/** What is said of an API as a whole, in the order of its page: guides, envelopes, handling, codes by domain, reference tables. */
export function apiDocument(api: Api, setting: Setting): Document {
  return {
    title: text(api.title),
    subtitle: undefined,
    lines: Object.values(api.languages).map((notice) => [text(notice)]),
    facts: factsOf(api),
    notices: [],
    lead: [{ kind: 'prose', markdown: api.summary }],
    sections: sectionsOf(api, setting),
  };
}

function factsOf(api: Api): Fact[] {
  const { codes, version, baseUrl } = api;
  const unverified = unverifiedText(countUnverified(codes));
  const support = supportLinks(api).map((link): Content => [{ kind: 'link', ...link }]);
  return [
    { id: 'codes', label: t.codes, values: [[text(countOf(codes))]] },
    ...(unverified ? [{ id: 'unverified', label: t.unverified, values: [[text(unverified)]] }] : []),
    ...(version ? [{ id: 'version', label: t.version, values: [[text(version)]] }] : []),
    ...(baseUrl ? [{ id: 'base-url', label: t.baseUrl, values: [[literal(baseUrl)]] }] : []),
    ...(support.length > 0 ? [{ id: 'support', label: t.support, values: support }] : []),
  ];
}

function sectionsOf(api: Api, setting: Setting): Section[] {
  const envelopes = envelopeBlocks(api, setting);
  return [
    ...sectionOf('guides', t.guides, guideBlocks(api.guides)),
    ...sectionOf('envelope', t.envelope, [
      ...(envelopes.length > 0 && !api.sendsCodes ? [paragraph(text(t.noCodes))] : []),
      ...envelopes,
    ]),
    {
      id: 'handling',
      title: t.handling,
      blocks: [...policyBlocks(api), ...writeBlocks(api), ...unknownCodeBlocks(api)],
    },
    ...domainsOf(api),
    ...Object.entries(api.states).map(([id, group]) => ({
      id: `states-${id}`,
      title: group.title,
      blocks: stateBlocks(api, id, group),
    })),
    ...sectionOf('scopes', t.scopes, Object.keys(api.scopes).length > 0 ? [scopeTable(api)] : []),
    ...sectionOf('limits', t.limits, api.limits.length > 0 ? [limitTable(api)] : []),
    ...sectionOf('operations', t.operations, operationsIn(api)),
    { id: 'statuses', title: t.statuses, blocks: [statusTable(api)] },
  ];
}

/** A table of operations with more codes in all than this would be longer than the rest of the document. */
const MOST_RETURNED = 1000;

/** The operations with their codes, or how many there are where that is too much: each code lists its own as well. */
function operationsIn(api: Api): Block[] {
  const operations = operationsOf(api);
  const returned = operations.reduce((sum, [, codes]) => sum + codes.length, 0);
  if (returned > MOST_RETURNED) return [paragraph(text(t.manyOperations(operations.length)))];
  const table = operationTable(api, operations);
  return table ? [table] : [];
}

/** Each domain with its codes; with a link to them where the API has too many. */
function domainsOf(api: Api): Section[] {
  const { domains, codes } = api;
  const byDomain = Map.groupBy(codes, ({ domain }) => domain);
  return domains.map(({ id, title, summary }) => {
    const own = byDomain.get(id) ?? [];
    const list: Block =
      codes.length > MOST_LISTED
        ? paragraph({ kind: 'codes-of', domain: id, text: countOf(own) })
        : codeTable(api, own, title);
    return { id: `domain-${id}`, title, blocks: [...leadOf(summary), list] };
  });
}

/** What is said of a domain: its summary, and a table of its codes. */
export function domainDocument(api: Api, { id, title, summary }: Domain): Document {
  const own = api.codes.filter(({ domain }) => domain === id);
  return {
    title: text(title),
    subtitle: undefined,
    lines: [],
    facts: [{ id: 'codes', label: t.codes, values: [[text(countOf(own))]] }],
    notices: [],
    lead: [...leadOf(summary), codeTable(api, own, title)],
    sections: [],
  };
}

function leadOf(summary: string | undefined): Block[] {
  return summary ? [{ kind: 'prose', markdown: summary }] : [];
}
