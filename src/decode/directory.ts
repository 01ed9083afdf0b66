import { deepFields } from '../model/envelope/fields.ts';
import { hasNamespaceKey, NAMESPACE_KEY } from '../model/envelope/in-namespace.ts';
import { tokensOf } from '../model/envelope/pointer.ts';
import { foldCode } from '../model/fold.ts';
import { inPattern } from '../model/in-pattern.ts';
import { addressedIn, isNamedIn } from './evidence.ts';
import type { DecodeApi, DecodeDirectory, DecodeField, DecodeIndex, DirectoryApi } from './index-format.ts';
import { spellingsOf } from './lookup.ts';
import { readings, WORD } from './words.ts';

/** The first part of an index; `partOf` gives the address of an API's own part. */
export function directoryOf({ apis }: DecodeIndex, partOf: (api: DecodeApi) => string): DecodeDirectory {
  return { format: 'error-docs-decode/2', apis: apis.map((api) => directoryApi(api, partOf(api))) };
}

function directoryApi(api: DecodeApi, index: string): DirectoryApi {
  const { id, title, address, sendsCodes } = api;
  const hasKeys = Object.values(api.envelopes).some(({ fields }) => deepFields(fields).some(hasNamespaceKey));
  const names = Object.values(api.envelopes).flatMap(({ fields, codeHeader }) => {
    const codes = fields.filter(({ role }) => role === 'code');
    const shown = codes.length > 0 ? codes : fields.filter(({ role }) => role === 'message');
    const header = codeHeader ? [codeHeader.name, codeHeader.name.toLowerCase()] : [];
    const last = ({ pointer }: DecodeField) => tokensOf(pointer).findLast((it) => it !== '#text') ?? '';
    return [...shown.map(last).filter((it) => it !== NAMESPACE_KEY), ...header];
  });
  const keys = api.codes.flatMap(({ sent }) => (sent && hasKeys ? [sent.namespace] : []));
  const leads = [...new Set([...names.map((name) => name.replace(/^@/, '')), ...keys])];
  return {
    id,
    title,
    index,
    address,
    sendsCodes,
    leads,
    spellings: [...new Set(spellingsOf(api).map(([spelling]) => spelling))],
  };
}

/**
 * The APIs that a paste may concern: those whose codes or address are in it, or whose bodies may be, with a code that no API
 * knows or with none at all. All of them where there is no such clue, because a message may be anyone's.
 */
export function concerned(paste: string, { apis }: DecodeDirectory): DirectoryApi[] {
  const words = wordsIn(paste);
  const spellings = apis.map((api) => new Set(api.spellings.map(foldCode)));
  const isKnown = (code: string) => spellings.some((it) => it.has(foldCode(code)));
  const given = new Map(
    [...new Set(apis.flatMap(({ leads }) => leads))].map((lead) => [lead, valuesAfter(lead, paste)]),
  );
  const hasBody = ({ leads, sendsCodes }: DirectoryApi) =>
    leads.some((lead) => {
      const values = given.get(lead) ?? [];
      return values.length > 0 && (!sendsCodes || values.some((value) => !isKnown(value)));
    });
  const addressed = addressedIn(paste, apis);
  const found = apis.filter(
    (api, place) =>
      addressed.has(api) || isNamedIn(paste, api) || hasBody(api) || !words.isDisjointFrom(spellings[place] ?? words),
  );
  return found.length > 0 ? found : [...apis];
}

function wordsIn(text: string): Set<string> {
  const words = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    readings(word, index).map(([reading]) => reading),
  );
  return new Set([text.trim().slice(0, 200), ...words].map(foldCode).filter(Boolean));
}

/** What comes after a key, in JSON or XML at any depth of escaping or in what programs print like it; not objects and lists. */
function valuesAfter(key: string, text: string): string[] {
  const pattern = new RegExp(
    `${inPattern(key)}["'\\\\]*(?:\\s{0,20}[:=]\\s{0,20}["'\\\\]*|>)([^"'\\\\,}<\\s]{0,200})`,
    'gu',
  );
  return [...new Set([...text.matchAll(pattern)].map(([, value = '']) => value))].filter((it) => !/^[{[]/.test(it));
}
