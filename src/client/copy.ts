import { ownPart } from './own.ts';

/** Gives every block of code, and the code at the top of its page, a button that copies it. */
export function addCopyButtons(): void {
  for (const heading of ownPart().querySelectorAll<HTMLElement>('h1[data-copy]')) {
    heading.after(
      iconButton('icon-copy', heading.dataset.copyName ?? textOf('code'), () => heading.dataset.copy ?? ''),
      iconButton('icon-link', textOf('link'), () => location.origin + location.pathname),
    );
  }
  for (const block of ownPart().querySelectorAll('pre')) addCopyButton(block);
}

/** Announces the outcome of a click to screen readers. */
function say(text: string): void {
  const region = document.querySelector('.spoken') ?? document.createElement('p');
  region.className = 'spoken';
  region.role = 'status';
  ownPart().append(region);
  region.textContent = text;
}

/** Gives one block of code its button. */
export function addCopyButton(block: HTMLPreElement): void {
  const frame = document.createElement('div');
  frame.className = 'frame';
  block.replaceWith(frame);
  frame.append(
    block,
    iconButton('icon-copy', textOf('block'), () => block.textContent),
  );
}

/** A copy button that shows an icon until it is pressed; its name is read out, and shown when the pointer rests on it. */
function iconButton(icon: string, name: string, text: () => string): HTMLButtonElement {
  const button = copyButton('', name, text);
  button.classList.add(icon);
  button.title = name;
  return button;
}

/** A button that copies a text and says whether it did; not on the page yet. */
export function copyButton(label: string, name: string, text: () => string | Promise<string>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = label;
  button.ariaLabel = name;
  button.addEventListener('click', async () => {
    // a page on plain http has no clipboard, and a reader may refuse it
    const write = async () => navigator.clipboard.writeText(await text());
    button.textContent = await write().then(
      () => textOf('copied'),
      () => textOf('failed'),
    );
    say(button.textContent);
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
  return button;
}

/** One of the texts that the page has for its buttons. */
function textOf(name: string): string {
  return ownPart().querySelector<HTMLElement>('#texts')?.dataset[name] ?? '';
}
