import { element } from '../element.ts';
import { toFragment } from './fragment.ts';

/** The name under which a paste that is too long for a link is kept for the decoder's page, in this tab only. */
const WAITING = 'errorbook-paste';

const container = document.querySelector<HTMLElement>('#decode-form');
if (container) addForm(container);

/** The short form of the home page: it opens the decoder with the paste in the fragment. */
function addForm(container: HTMLElement): void {
  const { href = '', placeholder = '', submit = '' } = container.dataset;
  const field = element('textarea', {});
  field.rows = 3;
  field.spellcheck = false;
  field.placeholder = placeholder;
  field.setAttribute('aria-labelledby', 'decode');
  field.setAttribute('aria-describedby', 'decode-lead');
  const go = element('button', { className: 'copy', type: 'button' }, submit);
  go.addEventListener('click', async () => {
    location.href = href + (await fragmentOf(field.value));
  });
  container.append(field, go);
  container.hidden = false;
}

async function fragmentOf(text: string): Promise<string> {
  if (text.trim() === '') return '';
  const fragment = await toFragment(text);
  if (fragment !== undefined) return fragment;
  try {
    sessionStorage.setItem(WAITING, text);
  } catch {
    // storage may be forbidden or full; the reader then pastes again
  }
  return '';
}
