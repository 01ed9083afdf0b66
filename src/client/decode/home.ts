import { element } from '../element.ts';

/** Under this name a paste waits for the decoder's page, in this tab only: a paste may hold secrets, so no address carries it. */
const WAITING = 'errorbook-paste';

addForm(document.querySelector<HTMLElement>('#decode-form')!);

/** The short form of the home page: it leads to the decoder, which finds the paste in this tab's storage. */
function addForm(place: HTMLElement): void {
  const { href, placeholder, submit } = place.dataset as Record<string, string>;
  const field = element('textarea', {});
  field.rows = 3;
  field.spellcheck = false;
  field.placeholder = placeholder!;
  field.setAttribute('aria-labelledby', 'decode');
  field.setAttribute('aria-describedby', 'decode-lead');
  const go = element('button', { className: 'copy', type: 'button' }, submit!);
  go.addEventListener('click', () => {
    try {
      sessionStorage.setItem(WAITING, field.value);
    } catch {
      // storage may be forbidden or full; the reader then pastes again
    }
    location.href = href!;
  });
  place.append(field, go);
  place.hidden = false;
}
