import { element } from '../element.ts';

/** The name under which a paste is kept for the decoder's page, in this tab only: it may hold secrets, so no address has it. */
const WAITING = 'error-docs-paste';

const container = document.querySelector<HTMLElement>('#decode-form');
if (container) addForm(container);

/** The short form of the home page: it opens the decoder, which finds the paste in this tab's storage. */
function addForm(container: HTMLElement): void {
  const { href = '', placeholder = '', submit = '' } = container.dataset;
  const field = element('textarea', {});
  field.rows = 3;
  field.spellcheck = false;
  field.placeholder = placeholder;
  field.setAttribute('aria-labelledby', 'decode');
  field.setAttribute('aria-describedby', 'decode-lead');
  const go = element('button', { className: 'copy', type: 'button' }, submit);
  go.addEventListener('click', () => {
    try {
      sessionStorage.setItem(WAITING, field.value);
    } catch {
      // storage may be forbidden or full; the reader then pastes again
    }
    location.href = href;
  });
  container.append(field, go);
  container.hidden = false;
}
