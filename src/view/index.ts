/*
 * One rendering model: what a code, an API or a guide says becomes a document, which HTML, Markdown and the terminal render.
 */
export { apiDocument, domainDocument } from './api.ts';
export {
  changesDocument,
  changesLead,
  countsOf,
  dateOf,
  type ShownDate,
} from './changes.ts';
export { codeDocument } from './code.ts';
export { codeLink, firstSentence } from './code-link.ts';
export {
  type Block,
  type CodeLink,
  type Content,
  type Document,
  type Example,
  type Fact,
  type Inline,
  literal,
  type Notice,
  type Section,
  type Setting,
  type Table,
  text,
} from './document.ts';
export { fieldTable } from './fields.ts';
export { type CodeFilter, filterCodes } from './filter.ts';
export { guideDocument } from './guide.ts';
export { operationsOf, operationTable } from './operations.ts';
export {
  countOf,
  envelopeCodes,
  envelopeTables,
  exampleBlocks,
  headerBlocks,
  limitTable,
  MOST_LISTED,
  plainestCode,
  scopeTable,
  stateBlocks,
  statusTable,
} from './parts.ts';
export { policyTexts, retryLabel } from './retry-label.ts';
export { policyGroups, retryTable, unknownCodeBlocks, writeBlocks } from './retry-parts.ts';
export { supportLinks } from './support.ts';
export { documentTexts, transientStatuses } from './texts.ts';
