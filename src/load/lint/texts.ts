import { type ApiDraft, type CodeDraft, ownEntry } from '../draft.ts';
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
export function textsOf({ entry, document, domains, guides }: ApiDraft): Text[] {
  return [
    ...walk({ ...entry, domains: undefined }, document, []),
    ...domains.flatMap((domain) => walk(domain.entry, domain.document, [])),
    ...domains.flatMap(({ codes }) => codes.flatMap(textsOfCode)),
    ...guides.flatMap((guide) => walk(guide.entry, guide.document, [])),
  ];
}

/** The reasons of approvals, which releases keep; no page but that of changes shows them. */
export function textsOfApprovals({ approvals }: ApiDraft): Text[] {
  return approvals ? walk(approvals.entry, approvals.document, []) : [];
}

/** True for a text that the registry's author can change: a message is quoted, and only the API can change it. */
export function isOurs({ at }: Text): boolean {
  return !('path' in at) || at.path.at(-1) !== 'message';
}

/** Every text of one code's entry, but for examples, for data of the team, and for defaults, which are texts of its domain. */
function textsOfCode(code: CodeDraft): Text[] {
  return walk({ ...ownEntry(code), meta: undefined }, code.domain.document, ['codes', code.spelling]);
}

function walk(value: unknown, document: Document, path: Path): Text[] {
  const found: Text[] = [];
  gather(value, '', document, path, found);
  return found;
}

function gather(value: unknown, name: string, document: Document, path: Path, found: Text[]): void {
  if (typeof value === 'string') {
    const prose = PROSE.has(name);
    if (prose || PLAIN.has(name)) found.push({ text: value, prose, at: { document, path, part: 'value' } });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) gather(item, name, document, [...path, index], found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      // a notice has a language in the place of a name
      const kind = name === 'languages' ? 'title' : key;
      if (!key.startsWith('example') && key !== 'const') gather(inner, kind, document, [...path, key], found);
    }
  }
}
