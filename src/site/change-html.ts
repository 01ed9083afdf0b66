import type { Change } from '../index.ts';
import { breakable, escapeHtml } from './escape.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { type Piece, wordDiff } from './word-diff.ts';

const { changes: t } = texts;

/** What a change is shown with. */
export type ChangeSite = Pick<SiteApi, 'hrefOf' | 'inline'>;

/** Values that are no longer than this stand in one line, with what differs marked in it. */
const SHORT = 60;

/** A change as HTML: its sentence, the values before and after, and why the API's team has approved it. */
export function changeHtml(api: ChangeSite, change: Change, reason: string | undefined): string {
  const { code, codeAfter = code, what } = change;
  const isNamed = codeAfter === undefined || what.split('`').includes(codeAfter);
  const approved = reason === undefined ? '' : `<p class="approved">${t.approved} ${api.inline(reason)}</p>`;
  return `<p>${isNamed ? '' : `${codeLink(api, codeAfter)}: `}${sentence(api, what)}</p>${valuesHtml(change)}${approved}`;
}

/** A code as HTML; as a link where it has a page. */
export function codeLink(api: ChangeSite, name: string): string {
  const href = api.hrefOf(name);
  const shown = `<code>${breakable(name)}</code>`;
  return href === undefined ? shown : `<a href="${escapeHtml(href)}">${shown}</a>`;
}

/** Plain text with names in backticks; those of codes lead to them. */
function sentence(api: ChangeSite, text: string): string {
  return text
    .split('`')
    .map((part, place) => (place % 2 === 0 ? escapeHtml(part) : codeLink(api, part)))
    .join('');
}

/** Before and after, with what differs marked; nothing where the sentence says both. */
function valuesHtml({ what, before, after }: Change): string {
  const given = [before, after].filter((value) => value !== undefined);
  if (given.every((value) => what.includes(value))) return '';
  if (after === undefined) return inLine(marked('del', before!), 'one');
  if (before === undefined) return inLine(escapeHtml(after), 'one');
  const pieces = wordDiff(before, after);
  const isShort = given.every((value) => value.length <= SHORT && !value.includes('\n'));
  if (!isShort) return `<dl class="values">${side(t.before, pieces, 'new')}${side(t.after, pieces, 'gone')}</dl>`;
  const isOther = !pieces.some(({ kind, text }) => kind === 'same' && /[\p{L}\p{N}]/u.test(text));
  return inLine(isOther ? `${marked('del', before)} ${t.becomes} ${marked('ins', after)}` : show(pieces));
}

function inLine(html: string, name = ''): string {
  return `<p class="values ${name}">${html}</p>`;
}

/** One side of a change: the pieces but for those of the other. */
function side(name: string, pieces: readonly Piece[], other: Piece['kind']): string {
  return `<div><dt>${name}</dt><dd>${show(pieces.filter(({ kind }) => kind !== other))}</dd></div>`;
}

function show(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) => (kind === 'same' ? escapeHtml(text) : marked(kind === 'gone' ? 'del' : 'ins', text)))
    .join('')
    .replaceAll('</del><ins>', '</del> <ins>');
}

/** White space at the end stays outside, for a line through it says nothing. */
function marked(name: 'del' | 'ins', text: string): string {
  const words = text.trimEnd();
  return `<${name}>${escapeHtml(words)}</${name}>${text.slice(words.length)}`;
}
