import { element } from '../element.ts';
import { startAsking } from './asker.ts';
import { copyText } from './copy-text.ts';
import { button } from './element.ts';
import { fromFragment, holdsText, toFragment } from './fragment.ts';
import type { Answer } from './messages.ts';
import type { ScriptTexts } from './view-texts.ts';

const WAITING = 'error-docs-paste';

/** The text is decoded so many milliseconds after the last key. */
const PAUSE = 150;
/** If there is no answer after so many, the page says what it waits for. */
const LATE = 500;

/** The decoder: a field, and below it what the text in it says. */
export function startDecoder(container: HTMLElement): void {
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
  const asker = startAsking(container.dataset.index ?? '');

  const show = async (): Promise<Answer | undefined> => {
    const text = field.value;
    if (text === '') {
      results.replaceChildren();
      status.textContent = '';
      removed.hidden = true;
      return undefined;
    }
    const late = setTimeout(() => {
      status.textContent = texts.waiting;
    }, LATE);
    const [answer, view] = await Promise.all([asker.ask(text), import('./answer.ts').catch(() => undefined)]);
    clearTimeout(late);
    // the text may have changed in the meantime; its own event shows it then
    if (text !== field.value) return undefined;
    if (!answer || !view) {
      status.textContent = texts.failed;
      return undefined;
    }
    view.showAnswer(answer, results, status, texts);
    const without = answer.removed.map(({ kind, count }) => `${count} × ${texts.secrets[kind]}`);
    removed.hidden = without.length === 0;
    removed.textContent = texts.removed.replace('{list}', without.join(', '));
    return answer;
  };
  const set = (text: string) => {
    field.value = text;
    void show();
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('focus', () => asker.prepare(), { once: true });
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
        const answer = await show();
        // more is not read, and opening a link would not unfold it
        if (answer) status.textContent = answer.isCut ? texts.tooLong : await copyLink(answer.clean, texts);
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
