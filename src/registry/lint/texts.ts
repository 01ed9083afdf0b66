import { type ApiDraft, type CodeDraft, codesOf } from '../draft.ts';
import type { Document, Path, Place } from '../source/document.ts';

/** A text that a person wrote for the pages, and where it stands. */
export interface Text {
  text: string;
  /** Markdown, as opposed to plain text. */
  prose: boolean;
  at: Place;
}

const PROSE = new Set(['meaning', 'remediation', 'causes', 'reason', 'summary']);
const PLAIN = new Set(['title', 'message']);

/** Every text of an API that its pages show, but for examples and the bodies of guides. */
export function textsOf(api: ApiDraft): Text[] {
  const { domains, ...shared } = api.entry;
  void domains;
  return [
    ...walk(shared, api.document, []),
    ...api.domains.flatMap((domain) => walk(domain.entry, domain.document, [])),
    ...codesOf(api).flatMap(textsOfCode),
    ...api.guides.flatMap(({ entry, document }) => walk(entry, document, [])),
  ];
}

/** Every text of one code's entry, but for examples. */
export function textsOfCode({ code, domain, entry }: CodeDraft): Text[] {
  return walk(entry, domain.document, ['codes', code]);
}

function walk(value: unknown, document: Document, path: Path, name = ''): Text[] {
  if (typeof value === 'string') {
    const prose = PROSE.has(name);
    if (!prose && !PLAIN.has(name)) return [];
    return [{ text: value, prose, at: { document, path, part: 'value' } }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, document, [...path, index], name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key.startsWith('example') || key === 'const' ? [] : walk(inner, document, [...path, key], key),
  );
}

/** Letters and digits alone, in lower case: two texts that fold alike say the same. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
