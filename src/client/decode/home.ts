import { element } from '../element.ts';
import { toFragment } from './fragment.ts';

/** Under this name a paste too long for a link waits for the decoder's page, in this tab only. */
const WAITING = 'errorbook-paste';

addForm(document.querySelector<HTMLElement>('#decode-form')!);

/** The short form of the home page: it leads to the decoder with the paste in the fragment. */
function addForm(place: HTMLElement): void {
  const { href, placeholder, submit } = place.dataset as Record<string, string>;
  const field = element('textarea', {});
  field.rows = 3;
  field.spellcheck = false;
  field.placeholder = placeholder!;
  field.setAttribute('aria-labelledby', 'decode');
  field.setAttribute('aria-describedby', 'decode-lead');
  const go = element('button', { className: 'copy', type: 'button' }, submit!);
  go.addEventListener('click', async () => {
    location.href = href + (await fragmentOf(field.value));
  });
  place.append(field, go);
  place.hidden = false;
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
