import {
  type DecodeApi,
  type DecodeCode,
  differenceSentence,
  type Explanation,
  type FoundValue,
  type Nearest,
  type Prose,
  retryNotes,
  statusText,
  stepsOf,
  waitSentence,
} from '../../browser.ts';
import { breakable, element } from '../element.ts';
import { link } from './element.ts';
import { supportView } from './support.ts';
import type { ScriptTexts } from './view-texts.ts';

/** One explained error, as an article; every text in it is a text node. */
export function explanationView(it: Explanation, texts: ScriptTexts): HTMLElement {
  const { entry, api } = it;
  const code = entry?.code ?? it.code;
  const isSpelled = entry ? headingOf(api, entry) === entry.code : code !== undefined;
  const prose = (parts: Prose) => proseNodes(parts, api);
  const head = element(
    'header',
    { className: `entry f${familyOf(it)}` },
    element('p', { className: 'decode-place' }, placeText(it, texts), ' · ', link(api.href, api.title)),
    element(
      'h2',
      isSpelled ? { className: 'code' } : {},
      entry ? link(entry.href, ...breakable(headingOf(api, entry))) : (code ?? texts.unknown),
    ),
    entry && subtitle(entry, isSpelled),
    entry?.mark && element('p', {}, element('span', { className: `mark ${entry.mark}` }, texts[entry.mark])),
    facts(it, texts),
  );
  const article = element('article', { className: 'decoded' }, head);
  if (it.others.length > 0) {
    const others = listed(it.others.map((other) => otherLink(other, it)));
    article.append(element('p', { className: 'decode-others' }, `${texts.alsoIn} `, ...others, '.'));
  }
  if (entry) article.append(element('p', { className: 'lead' }, ...prose(entry.meaning)));
  else article.append(...unknownView(it, texts, prose));
  if (entry?.replacedBy) article.append(replacement(entry.replacedBy, api, texts));
  article.append(retryView(it, texts, prose));
  if (it.differences.length > 0) {
    const items = it.differences.map((difference) => element('li', {}, differenceSentence(difference)));
    article.append(
      element(
        'div',
        { className: 'notice disagree' },
        element('h3', {}, texts.differences),
        element('ul', {}, ...items),
      ),
    );
  }
  if (entry) article.append(stepsView(it, texts, prose));
  article.append(supportView(it, texts));
  if (it.values.length > 0) article.append(valuesView(it, texts));
  return article;
}

/** Links to codes under a heading. */
export function nearestList(title: string, nearest: readonly Nearest[], level: 'h2' | 'h3' = 'h3'): HTMLElement {
  const items = nearest.map(({ api, entry }) =>
    element('li', {}, link(entry.href, element('code', {}, ...breakable(entry.code))), element('span', {}, api.title)),
  );
  return element(
    'div',
    { className: 'decode-nearest' },
    element(level, {}, title),
    element('ul', { className: 'code-links' }, ...items),
  );
}

function headingOf(api: DecodeApi, entry: DecodeCode): string {
  return api.sendsCodes ? entry.code : (entry.title ?? entry.code);
}

/** The title below a code, or the code below a title. */
function subtitle({ code, title }: DecodeCode, isSpelled: boolean): HTMLElement | undefined {
  if (isSpelled && (title === undefined || title === code)) return undefined;
  return element('p', { className: 'subtitle' }, isSpelled ? title : element('code', {}, code));
}

function placeText({ line, times }: Explanation, texts: ScriptTexts): string {
  const often = times > 1 ? `, ${times.toLocaleString(texts.lang)} ${texts.times}` : '';
  return `${texts.line} ${line.toLocaleString(texts.lang)}${often}`;
}

function facts(it: Explanation, texts: ScriptTexts): HTMLElement {
  const { entry, status, retry } = it;
  const listed = entry?.statuses.find((one) => one.status === status?.value) ?? entry?.statuses[0];
  const seen = status && listed?.status !== status.value ? String(status.value) : undefined;
  const name = listed && statusText(listed);
  const fact = (term: string, ...content: (Node | string)[]) =>
    element('div', {}, element('dt', {}, term), element('dd', {}, ...content));
  return element(
    'dl',
    { className: 'facts' },
    fact(texts.status, element('span', { className: `status f${familyOf(it)}` }, seen ?? name ?? texts.noStatus)),
    ...(entry?.fault ? [fact(texts.fault, texts.faults[entry.fault] ?? entry.fault)] : []),
    fact(texts.retry, texts.policies[retry.policy]!.label),
    ...(entry?.severity ? [fact(texts.severity, texts.severities[entry.severity] ?? entry.severity)] : []),
    ...(it.operation === undefined ? [] : [fact(texts.operation, element('code', {}, it.operation))]),
    ...(entry?.names ? [fact(texts.names, entry.names.join(', '))] : []),
    ...(entry?.unverified ? [fact(texts.unverified, entry.unverified.join(', '))] : []),
  );
}

function retryView(
  { retry, wait }: Explanation,
  texts: ScriptTexts,
  prose: (parts: Prose) => (Node | string)[],
): HTMLElement {
  const { label, what } = texts.policies[retry.policy]!;
  const reason = retry.rule?.reason;
  const notes = [
    retry.effect,
    wait && waitSentence(wait, (moment) => clock(moment, texts.lang)),
    // the wait that the response asks for takes the place of the delay to start with
    ...retryNotes(retry.policy, wait ? { ...retry.rule, delay: undefined } : { ...retry.rule }),
  ].filter((note): note is string => typeof note === 'string');
  return element(
    'div',
    { className: 'decode-retry' },
    element('p', {}, element('strong', {}, `${label}.`), ' ', ...(reason ? prose(reason) : [what])),
    notes.length > 0 && element('p', wait ? { className: 'decode-wait' } : {}, notes.join(' ')),
  );
}

function unknownView(it: Explanation, texts: ScriptTexts, prose: (parts: Prose) => (Node | string)[]): Node[] {
  const title = it.code === undefined ? texts.sameStatus : it.isAmbiguous ? texts.ambiguous : texts.nearest;
  return [
    ...(it.isAmbiguous ? [] : [element('p', { className: 'lead' }, `${texts.unknown}.`)]),
    ...(it.nearest.length > 0 ? [nearestList(title, it.nearest)] : []),
    ...(it.retry.meaning.length > 0 && !it.isAmbiguous
      ? [element('h3', {}, texts.unknownRule), element('p', {}, ...prose(it.retry.meaning))]
      : []),
  ];
}

function stepsView(it: Explanation, texts: ScriptTexts, prose: (parts: Prose) => (Node | string)[]): HTMLElement {
  const items = stepsOf(it).map((step) => element('li', {}, ...prose(step)));
  const list = items.length === 1 ? element('p', {}, ...items[0]!.childNodes) : element('ol', {}, ...items);
  return element('div', { className: 'do' }, element('h3', {}, texts.whatToDo), list);
}

function valuesView({ values, otherRequests }: Explanation, texts: ScriptTexts): HTMLElement {
  const row = (name: Node | string, value: string) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, element('code', {}, value)));
  const nameOf = ({ name, role }: FoundValue) => (role === 'inMessage' ? texts.inMessage : element('code', {}, name));
  const rows = values.map((value) => row(nameOf(value), value.value));
  if (otherRequests.length > 0) rows.push(row(texts.otherRequests, otherRequests.join(', ')));
  return element('div', { className: 'decode-values' }, element('h3', {}, texts.values), element('dl', {}, ...rows));
}

function replacement(code: string, api: DecodeApi, texts: ScriptTexts): HTMLElement {
  return element('p', {}, `${texts.replacedBy}: `, codeNode(code, api));
}

function otherLink({ codes, href, title }: DecodeApi, { entry }: Explanation): Node {
  const same = codes.find(({ code }) => code === entry?.code);
  return link(same?.href ?? href, title);
}

function listed(links: Node[]): (Node | string)[] {
  return links.flatMap((it, index) => (index === 0 ? [it] : [', ', it]));
}

/** Prose with its code in elements, and a code of the API as a link. */
function proseNodes(parts: Prose, api: DecodeApi): (Node | string)[] {
  return parts.map((part, index) => (index % 2 === 0 ? part : codeNode(part, api)));
}

function codeNode(text: string, api: DecodeApi): Node {
  const entry = api.codes.find(({ code, aliases }) => code === text || aliases?.includes(text));
  const code = element('code', {}, text);
  return entry ? link(entry.href, code) : code;
}

function familyOf({ status, entry }: Explanation): string {
  const value = status?.value ?? entry?.statuses[0]?.status;
  return typeof value === 'number' && value >= 100 && value <= 599 ? `${Math.floor(value / 100)}xx` : 'other';
}

function clock(moment: number, lang: string): string {
  const far = Math.abs(moment - Date.now()) > 12 * 60 * 60 * 1000;
  return new Intl.DateTimeFormat(lang, { ...(far && { dateStyle: 'medium' }), timeStyle: 'medium' }).format(moment);
}
