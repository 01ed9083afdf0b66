import { statusText } from '../../browser.ts';
import type { SearchLabels } from '../../shared/search-index.ts';
import { breakable, element } from '../element.ts';
import type { Hit } from './hit.ts';
import type { Marked } from './mark.ts';
import type { Note } from './notes.ts';

/** What a list shows: hits under a heading, or under none. */
interface Group {
  name: string | undefined;
  hits: Hit[];
}

/** The hits in groups: those of the page's own API, and the others. */
export function groupsOf(hits: readonly Hit[], labels: SearchLabels): Group[] {
  const groups: Group[] = [];
  for (const hit of hits) {
    const name = hit.isOwn === undefined ? undefined : hit.isOwn ? hit.api : labels.others;
    const last = groups.at(-1);
    if (last && last.name === name) last.hits.push(hit);
    else groups.push({ name, hits: [hit] });
  }
  return groups;
}

/** What a hit says, for a link. */
export function contentOf(hit: Hit, labels: SearchLabels): (Node | string)[] {
  const where = [hit.isOwn ? '' : hit.api, hit.domain].filter(Boolean).join(' · ');
  const name = element('span', { className: 'name' }, ...pieces(hit.name, breakable));
  return [
    hit.kind === 'code' ? element('code', {}, ...pieces(hit.name, breakable)) : name,
    ...(hit.now === undefined ? [] : [' → ', element('code', {}, ...breakable(hit.now))]),
    ' ',
    ...(hit.kind === 'code' ? [] : [element('span', { className: 'kind' }, labels.kinds[hit.kind]), ' ']),
    ...hit.marks.flatMap(({ kind, text }) => [element('span', { className: `mark ${kind}` }, text), ' ']),
    ...hit.statuses.flatMap(({ status, name }) => [
      element('span', { className: `status ${familyClass(status)}` }, statusText({ status, title: name })),
      ' ',
    ]),
    element('span', { className: 'where' }, where),
    ' ',
    element('span', { className: 'line' }, ...pieces(hit.line)),
  ];
}

/** What is said about an answer: filters that were not understood, then how many match, a line each. */
export function saidOf(notes: readonly Note[], summary: string, labels: SearchLabels): (Node | string)[] {
  // a filter with no such value is the reason why nothing matches
  const lines = [
    ...notes.map((it) => noteText(it, labels)),
    ...(notes.length > 0 && summary === labels.none ? [] : [summary]),
  ];
  return lines.flatMap((it, place) => [...(place > 0 ? [element('br')] : []), ...withCode(it)]);
}

function noteText({ typed, isName, known, meant }: Note, labels: SearchLabels): string {
  const plain = typed.replaceAll('`', '');
  const list = known.map((it) => (it === '…' ? it : `\`${it}\``)).join(', ');
  const said = fill(isName ? labels.unknownFilter : labels.unknownValue, plain, list);
  return meant === undefined ? said : `${said} ${fill(labels.meant, meant)}`;
}

/** A text with its gaps filled: `#`, and `##`. */
export function fill(text: string, first: string, second = ''): string {
  return text.replace(/##?/g, (gap) => (gap === '##' ? second : first));
}

/** A text whose parts in backticks are code. */
export function withCode(text: string): (Node | string)[] {
  return text.split('`').map((piece, place) => (place % 2 === 1 ? element('code', {}, piece) : piece));
}

function pieces(marked: Marked, show: (text: string) => (Node | string)[] = (text) => [text]): (Node | string)[] {
  return marked.flatMap((piece, place) => (place % 2 === 1 ? [element('mark', {}, ...show(piece))] : show(piece)));
}

function familyClass(status: number | string): string {
  return typeof status === 'number' ? `f${Math.floor(status / 100)}xx` : 'fother';
}
