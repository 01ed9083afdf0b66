import { tokensOf } from '../model/envelope/pointer.ts';
import type { Decoded } from './explanation.ts';
import { namedSecrets } from './named-secrets.ts';
import { isRandom, PLACEHOLDERS, RUN, type SecretKind, SHAPES } from './secret-kinds.ts';

/** A text without its secrets. */
interface Redacted {
  text: string;
  /** How many of each kind were removed; kinds without any are missing. */
  removed: { kind: SecretKind; count: number }[];
}

/** What precedes the id of a request, which support needs to find it. */
const BEFORE_ID =
  /(?:(?:request|trace|correlation|span)[-_]?id|traceparent|cf-ray)[\\"']{0,8}\s{0,3}[:=]\s{0,3}[\\"']{0,8}$/i;

/**
 * Removes from a text what must not be in a link: credentials by name and by shape, email addresses, long random strings.
 * Codes, names of fields, messages of known errors and request ids stay, as far as `decoded`, the answer to this text, has them.
 */
export function redact(text: string, { explanations }: Pick<Decoded, 'explanations'>): Redacted {
  const ids = new Set(explanations.flatMap(({ code, entry, otherRequests }) => [code, entry?.code, ...otherRequests]));
  for (const { api, entry } of explanations) {
    const shared = Object.values(api.envelopes).flatMap(({ fields }) => fields);
    for (const { pointer } of [...shared, ...(entry?.fields ?? [])])
      for (const name of tokensOf(pointer)) ids.add(name);
  }
  for (const { name, role, value } of explanations.flatMap(({ values }) => values)) {
    if (role === 'requestId' || (role === 'header' && /(?:request|trace|correlation)-?id/i.test(name))) ids.add(value);
  }
  const messages = [...new Set(explanations.map(({ entry }) => entry?.message ?? ''))];
  const isSaid = (part: string) => messages.some((message) => message.includes(part));
  const counts = new Map<SecretKind, number>();
  const removed = (kind: SecretKind) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return PLACEHOLDERS[kind];
  };

  let clean = '';
  let from = 0;
  for (const it of namedSecrets(text)) {
    const value = text.slice(it.start, it.end);
    if (ids.has(value) || isSaid(text.slice(it.from, it.end)) || isRemoved(value)) continue;
    // in the place of a number, a text would be no JSON
    const instead = removed(it.kind);
    const isNumber = /^\d+$/.test(value) && !/["'=]/.test(text[it.start - 1] ?? '');
    clean += text.slice(from, it.start) + (isNumber ? '0' : instead);
    from = it.end;
  }
  clean += text.slice(from);
  for (const [kind, shape] of SHAPES) {
    clean = clean.replace(shape, (found: string, before: unknown) => {
      const stays = typeof before === 'string' ? before : '';
      return ids.has(found) || isSaid(found) ? found : stays + removed(kind);
    });
  }
  clean = clean.replace(RUN, (found, at: number) => {
    const isId = ids.has(found) || BEFORE_ID.test(clean.slice(Math.max(0, at - 40), at));
    return isId || isSaid(found) || !isRandom(found) ? found : removed('random');
  });
  return { text: clean, removed: [...counts].map(([kind, count]) => ({ kind, count })) };
}

function isRemoved(value: string): boolean {
  return Object.values(PLACEHOLDERS).some((placeholder) => value.includes(placeholder));
}
