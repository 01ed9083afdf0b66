import type { Api, Guide, GuidePart } from '../model/registry.ts';
import { codeLink } from './code-link.ts';
import { type Block, type Document, prose, type Setting, text } from './document.ts';
import { filterCodes } from './filter.ts';
import {
  codeTable,
  envelopeBlocks,
  exampleBlocks,
  headerBlocks,
  limitTable,
  scopeTable,
  stateBlocks,
  statusTable,
} from './parts.ts';
import { policyBlocks, retryTable, unknownCodeBlocks } from './retry-parts.ts';
import { documentTexts } from './texts.ts';

/** A guide with its components rendered. Its body is one run of blocks, because it has its own headings. */
export function guideDocument(api: Api, guide: Guide, setting: Setting): Document {
  return {
    title: text(guide.title),
    subtitle: undefined,
    lines: [],
    facts: [],
    notices: [],
    lead: [
      { kind: 'prose', markdown: guide.summary },
      ...(guide.parts ?? []).flatMap((part) => blocksOf(api, part, setting)),
    ],
    sections: [],
  };
}

function blocksOf(api: Api, part: GuidePart, setting: Setting): Block[] {
  switch (part.kind) {
    case 'heading':
      return [{ kind: 'heading', depth: part.depth, content: [prose(part.markdown)] }];
    case 'component':
      return componentBlocks(api, part, setting);
    case 'markdown':
      return [{ kind: 'prose', markdown: part.markdown }];
    case 'program':
      return [part];
  }
}

type Component = Extract<GuidePart, { kind: 'component' }>;

/** What a component shows on the guide's page. */
function componentBlocks(api: Api, { name: component, attributes }: Component, setting: Setting): Block[] {
  const { name, code = '', group } = attributes;
  const named = (envelope: string | undefined) =>
    Object.entries(api.envelopes).flatMap(([it, value]) => (envelope === undefined || it === envelope ? [value] : []));
  switch (component) {
    case 'Codes':
      return [codeTable(api, filterCodes(api.codes, attributes), documentTexts.api.codes)];
    case 'CodeList':
      return [{ kind: 'codes', codes: filterCodes(api.codes, attributes).map((code) => codeLink(code.code, code)) }];
    case 'Envelope':
      return envelopeBlocks(api, setting, name);
    case 'Example':
      return exampleBlocks(api, setting.named(code), setting);
    case 'Headers':
      return named(name).flatMap(headerBlocks);
    case 'Limits':
      return [limitTable(api)];
    case 'Policies':
      return policyBlocks(api);
    case 'Retries':
      return [retryTable(api, filterCodes(api.codes, attributes))];
    case 'Scopes':
      return [scopeTable(api)];
    case 'States':
      return statesOf(api, group);
    case 'Statuses':
      return [statusTable(api)];
    case 'UnknownCodes':
      return unknownCodeBlocks(api).filter(({ kind }) => kind !== 'heading'); // a guide has its own headings
  }
}

function statesOf(api: Api, only: string | undefined): Block[] {
  const groups = Object.entries(api.states).filter(([id]) => only === undefined || id === only);
  return groups.flatMap(([id, group]) => stateBlocks(api, id, group));
}
