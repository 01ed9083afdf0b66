import { z } from 'zod';
import { append } from '../model/append.ts';
import { idOf } from '../model/namespace.ts';
import { codeSchema, FACTS } from '../model/schema/code.ts';
import { domainSchema } from '../model/schema/domain.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { DomainDraft } from './draft.ts';
import { diagnose, MOST_LISTED } from './rule.ts';
import { unlistedEntries, wrongValue } from './rules/wrong-value.ts';
import { isMapping, shape } from './shape.ts';
import { type Document, isDamaged } from './source/document.ts';
import { checkText, unsafeIn } from './unsafe.ts';

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
  const { codes, ...rest }: Record<string, unknown> = isMapping(document.value) ? document.value : {};
  const hasCodes = isMapping(document.value) && isMapping(codes);
  // the codes are read one by one below; here an empty mapping stands for them
  const read = shape(hasCodes ? domainWithoutCodes : domainSchema, hasCodes ? rest : document.value, document, []);
  append(found, read.diagnostics());
  const domain: DomainDraft = { id, document, entry: read.entry, codes: [] };
  const passedOver: string[] = [];
  const written = isMapping(rest.defaults) ? rest.defaults : {};
  const valid = Object.keys(read.entry.defaults ?? {})
    .map((field) => [field, written[field]] as const)
    .filter(([field, value]) => unsafeIn(value, document, ['defaults', field]).length === 0);
  for (const [code, value] of Object.entries(isMapping(codes) ? codes : {})) {
    const inherited = isMapping(value) ? valid.filter(([field]) => !Object.hasOwn(value, field)) : [];
    const said = isMapping(value) && inherited.length > 0 ? { ...value, ...Object.fromEntries(inherited) } : value;
    const entryShape = shape(incompleteCodeSchema, said, document, ['codes', code]);
    const { entry, isSound, diagnostics: problems } = entryShape;
    const lacking = isMapping(said) ? FACTS.filter((fact) => !Object.hasOwn(said, fact)) : [];
    const isWhole = isMapping(said) && lacking.every((fact) => isKnown(idOf(read.entry.namespace, code), fact));
    // of half a character the rule `code-style` speaks
    if (code.isWellFormed()) checkText(code, document, ['codes', code], 'key', found);
    domain.codes.push({
      code: idOf(read.entry.namespace, code),
      spelling: code,
      domain,
      entry,
      inherited: inherited.map(([field]) => field),
      // a default that was refused has its diagnostic
      missing: lacking.filter((fact) => !Object.hasOwn(written, fact)),
      whole: isWhole ? entryShape.whole : undefined,
    });
    if (found.length < MOST_LISTED) append(found, problems());
    else if (!isSound) passedOver.push(code);
  }
  const [first] = passedOver;
  if (first !== undefined) found.push(diagnose(wrongValue, unlistedEntries(document, first, passedOver.length)));
  if (!isDamaged(document)) append(diagnostics, found);
  return domain;
}
