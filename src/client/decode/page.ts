import {
  type Decoded,
  type DecodeIndex,
  decode,
  MOST_TEXT,
  noteSentence,
  redact,
  summarySentence,
} from '../../browser.ts';
import { element } from '../element.ts';
import { button } from './element.ts';
import { fromFragment, holdsText, toFragment } from './fragment.ts';
import { statusView } from './status-view.ts';
import { copyText } from './support.ts';
import { explanationView, nearestList } from './view.ts';
import type { ScriptTexts } from './view-texts.ts';

const WAITING = 'errorbook-paste';

/** The text is decoded so many milliseconds after the last key. */
const PAUSE = 150;

const container = document.querySelector<HTMLElement>('#decode');
if (container) start(container);

/** The decoder: a field, and below it what the text in it says. */
function start(container: HTMLElement): void {
  const texts: ScriptTexts = JSON.parse(container.dataset.texts ?? '');
  const field = element('textarea', {});
  field.rows = 10;
  field.spellcheck = false;
  field.placeholder = container.dataset.placeholder ?? '';
  field.setAttribute('aria-labelledby', 'decode-title');
  field.setAttribute('autocapitalize', 'off');
  const status = element('p', { className: 'decode-status' });
  status.setAttribute('role', 'status');
  const results = element('div', { className: 'decode-results' });
  const removed = element('p', { className: 'decode-removed', hidden: true });
  const index = load(container.dataset.index ?? '');

  const show = async () => {
    const text = field.value;
    const known = await Promise.race([index, pending()]);
    if (known === 'pending') status.textContent = texts.waiting;
    const loaded = await index;
    if (!loaded) {
      status.textContent = texts.failed;
      return;
    }
    // the text may have changed while the index was loading; its own event shows it then
    if (text !== field.value) return;
    const decoded = render(text, loaded, results, status, texts);
    const without = redact(text.slice(0, MOST_TEXT), decoded).removed.map(
      ({ kind, count }) => `${count} × ${texts.secrets[kind]}`,
    );
    removed.hidden = without.length === 0;
    removed.textContent = texts.removed.replace('{list}', without.join(', '));
  };
  const set = (text: string) => {
    field.value = text;
    void show();
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  const tools = element(
    'p',
    { className: 'decode-tools' },
    ...[...container.querySelectorAll('template')].map(({ dataset }) =>
      button(dataset.name ?? '', () => {
        set(dataset.text ?? '');
        field.focus();
      }),
    ),
    element(
      'span',
      { className: 'decode-own' },
      button(texts.copy, async () => {
        clearTimeout(timer);
        const known = await index;
        const text = field.value;
        const decoded = known ? decode(text, known, Date.now()) : { explanations: [] };
        // more is not read, and opening a link would not unfold it
        const isLong = text.length > MOST_TEXT;
        const said = isLong ? texts.tooLong : await copyLink(redact(text, decoded).text, texts);
        await show();
        status.textContent = said;
      }),
      button(texts.clear, () => {
        history.replaceState(null, '', location.pathname + location.search);
        set('');
        field.focus();
      }),
    ),
  );
  container.replaceChildren(field, tools, removed, status, results);
  container.hidden = false;

  const open = async () => {
    const text = await fromFragment(location.hash);
    if (text === undefined) status.textContent = texts.badLink;
    else set(text);
  };
  window.addEventListener('hashchange', () => {
    if (holdsText(location.hash)) void open();
  });
  if (holdsText(location.hash)) void open();
  // a browser may have kept the text over a reload
  else set(waiting() || field.value);
}

async function load(address: string): Promise<DecodeIndex | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function pending(): Promise<'pending'> {
  return new Promise((resolve) => setTimeout(resolve, 0, 'pending'));
}

function render(text: string, index: DecodeIndex, results: Element, status: Element, texts: ScriptTexts): Decoded {
  if (text === '') {
    results.replaceChildren();
    status.textContent = '';
    return { explanations: [], notes: [], nearest: [] };
  }
  const decoded = decode(text, index, Date.now());
  const { explanations, notes, nearest } = decoded;
  status.textContent = decoded.status ? texts.bareStatus : summarySentence(explanations);
  results.replaceChildren(
    ...notes.map((note) => element('p', { className: 'notice' }, noteSentence(note))),
    decoded.status ? statusView(decoded.status, texts) : '',
    nearest.length > 0 ? nearestList(texts.mean, nearest, 'h2') : '',
    ...explanations.map((explanation) => explanationView(explanation, index, texts)),
  );
  return decoded;
}

async function copyLink(text: string, texts: ScriptTexts): Promise<string> {
  const fragment = await toFragment(text);
  if (fragment === undefined) return texts.tooLong;
  history.replaceState(null, '', fragment);
  return (await copyText(location.href)) ? texts.copied : texts.notCopied;
}

/** What was pasted on the home page. */
function waiting(): string {
  try {
    const text = sessionStorage.getItem(WAITING) ?? '';
    sessionStorage.removeItem(WAITING);
    return text;
  } catch {
    return '';
  }
}
