import { z } from 'zod';
import { append } from '../model/append.ts';
import { codeSchema, FACTS } from '../model/schema/code.ts';
import { domainSchema } from '../model/schema/domain.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { DomainDraft } from './draft.ts';
import { diagnose, MOST_LISTED } from './rule.ts';
import { unlistedEntries, wrongValue } from './rules/wrong-value.ts';
import { isMapping, shape } from './shape.ts';
import { type Document, isDamaged } from './source/document.ts';
import { checkText } from './unsafe.ts';

const domainWithoutCodes = domainSchema.extend({ codes: z.unknown().optional() });

/** An entry some of whose facts are missing; the rule `missing-field` says which. */
const incompleteCodeSchema = codeSchema.partial({ status: true, meaning: true, remediation: true, retry: true });

/** Reads a domain. `isKnown` tells whether the API's baseline lists a fact as missing from a code. */
export function loadDomain(
  id: string,
  document: Document,
  isKnown: (code: string, fact: string) => boolean,
  diagnostics: Diagnostic[],
): DomainDraft {
  const found: Diagnostic[] = [];
  const { codes, ...rest } = isMapping(document.value) ? document.value : { codes: undefined };
  const hasCodes = isMapping(document.value) && isMapping(codes);
  // the codes are read one by one below; here an empty mapping stands for them
  const read = shape(hasCodes ? domainWithoutCodes : domainSchema, hasCodes ? rest : document.value, document, []);
  append(found, read.diagnostics());
  const domain: DomainDraft = { id, document, entry: read.entry, codes: [] };
  const passedOver: string[] = [];
  for (const [code, value] of Object.entries(isMapping(codes) ? codes : {})) {
    const entryShape = shape(incompleteCodeSchema, value, document, ['codes', code]);
    const { entry, isSound, diagnostics: problems } = entryShape;
    const missing = isMapping(value) ? FACTS.filter((fact) => !Object.hasOwn(value, fact)) : [];
    const whole = isMapping(value) && missing.every((fact) => isKnown(code, fact)) ? entryShape.whole : undefined;
    // of half a character the rule `code-style` speaks
    if (code.isWellFormed()) checkText(code, document, ['codes', code], 'key', found);
    domain.codes.push({ code, domain, entry, missing, whole });
    if (found.length < MOST_LISTED) append(found, problems());
    else if (!isSound) passedOver.push(code);
  }
  const [first] = passedOver;
  if (first !== undefined) found.push(diagnose(wrongValue, unlistedEntries(document, first, passedOver.length)));
  if (!isDamaged(document)) append(diagnostics, found);
  return domain;
}
