import type { Note } from './explanation.ts';
import type { FoundBody } from './find.ts';
import type { Head } from './http-head.ts';
import type { Break } from './json-scan.ts';
import type { Work } from './work.ts';

/** Where JSON breaks, with the text around the place. */
export function brokenNote({ start, at, why }: Break, { paste, lineOf }: Work): Note {
  const lineStart = paste.lastIndexOf('\n', at - 1) + 1;
  const from = Math.max(start, at - 40);
  const excerpt = paste
    .slice(from, at + 20)
    .replace(/\s+/g, ' ')
    .trim();
  return { kind: 'broken', line: lineOf(at), column: at - lineStart + 1, why, excerpt };
}

/** Responses whose body says nothing to us. */
export function headNotes(
  heads: readonly Head[],
  read: readonly { body: FoundBody; fits: unknown[] }[],
  work: Work,
): Note[] {
  const bodyOf = new Map(read.map((it) => [it.body.head, it]));
  return heads
    .filter(({ status }) => status >= 400)
    .flatMap((head): Note[] => {
      const body = bodyOf.get(head);
      const line = work.lineOf(head.start);
      if (!body) return [{ kind: 'no body', status: head.status, line }];
      return body.fits.length === 0 ? [{ kind: 'strange body', status: head.status, line }] : [];
    })
    .slice(0, 5);
}

/** Why a text can't be read at all; undefined where it can. */
export function oddity(text: string): Note | undefined {
  if (text.trim() === '') return { kind: 'empty' };
  const start = text.slice(0, 4096);
  if (start.startsWith('\u001f\u008b') || start.startsWith('\u001f\ufffd')) return { kind: 'compressed' };
  let strange = 0;
  for (let at = 0; at < start.length; at++) {
    const unit = start.charCodeAt(at);
    // colors of a terminal (27) don't make it binary data
    if (unit === 0xfffd || unit === 0 || (unit < 32 && ![9, 10, 12, 13, 27].includes(unit))) strange++;
  }
  return strange > start.length * 0.05 ? { kind: 'binary' } : undefined;
}

/** True for a page of HTML, or for XML. */
export function isMarkup(text: string): boolean {
  return /<(?:!doctype html|html|head|body|\?xml)\b/i.test(text.slice(0, 20_000));
}

/** The status that the title of a proxy's page tells. */
export function markupStatus(text: string): number | undefined {
  const [, status] = /<(?:title|h1)>\s{0,20}([45]\d\d)\b/i.exec(text.slice(0, 20_000)) ?? [];
  return status === undefined ? undefined : Number(status);
}
