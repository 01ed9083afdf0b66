import { type ApiDraft, type CodeDraft, ownEntry } from '../draft.ts';
import type { Document, Path, Place } from '../source/document.ts';

/** A text that a person wrote for the pages, and where it stands. */
export class Text {
  readonly text: string;
  /** Markdown, as opposed to plain text. */
  readonly prose: boolean;
  /** The field that holds it; of an item in a list, its number. */
  readonly key: string | number;
  readonly #document: Document;
  readonly #above: Path;

  constructor(text: string, prose: boolean, document: Document, above: Path, key: string | number) {
    this.text = text;
    this.prose = prose;
    this.key = key;
    this.#document = document;
    this.#above = above;
  }

  /** Its place, which nobody asks for of a text without mistakes. */
  get at(): Place {
    return { document: this.#document, path: [...this.#above, this.key], part: 'value' };
  }
}

const PROSE = new Set(['meaning', 'remediation', 'causes', 'reason', 'summary']);
const PLAIN = new Set(['title', 'message']);

/** Every text of an API that its pages show, but for examples and the bodies of guides. */
export function textsOf({ entry, document, domains, guides }: ApiDraft): Text[] {
  const found: Text[] = [];
  gatherMembers(entry, document, [], found);
  for (const domain of domains) gatherMembers(domain.entry, domain.document, [], found);
  for (const { codes } of domains) for (const code of codes) gatherOfCode(code, found);
  for (const guide of guides) gatherMembers(guide.entry, guide.document, [], found);
  return found;
}

/** The reasons of approvals, which releases keep; no page but that of changes shows them. */
export function textsOfApprovals({ approvals }: ApiDraft): Text[] {
  const found: Text[] = [];
  if (approvals) gatherMembers(approvals.entry, approvals.document, [], found);
  return found;
}

/** True for a text that the registry's author can change: a message is quoted, and only the API can change it. */
export function isOurs({ key }: Text): boolean {
  return key !== 'message';
}

/** Every text of one code's entry, but for examples, for data of the team, and for defaults, which are texts of its domain. */
function gatherOfCode(code: CodeDraft, found: Text[]): void {
  gatherMembers(ownEntry(code), code.domain.document, ['codes', code.spelling], found, 'codes');
}

/** Gathers the texts of a mapping, which is the value of the field `name` or the entry of one of the `codes`. */
function gatherMembers(members: object, document: Document, above: Path, found: Text[], name = ''): void {
  for (const key of Object.keys(members)) {
    if (key.startsWith('example') || key === 'const' || (key === 'meta' && name === 'codes')) continue;
    // a notice has a language in the place of a name
    gather(Reflect.get(members, key), name === 'languages' ? 'title' : key, document, above, key, found);
  }
}

/** Gathers the texts of a value that is below `above`, under `key`; `name` is that of the field, also for items of a list. */
function gather(
  value: unknown,
  name: string,
  document: Document,
  above: Path,
  key: string | number,
  found: Text[],
): void {
  if (typeof value === 'string') {
    const prose = PROSE.has(name);
    if (prose || PLAIN.has(name)) found.push(new Text(value, prose, document, above, key));
  } else if (Array.isArray(value)) {
    const path = [...above, key];
    for (const [index, item] of value.entries()) gather(item, name, document, path, index, found);
  } else if (typeof value === 'object' && value !== null) {
    gatherMembers(value, document, [...above, key], found, name);
  }
}
