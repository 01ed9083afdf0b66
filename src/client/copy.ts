/** Gives every block of code, and the code at the top of its page, a button that copies it. */
export function addCopyButtons(): void {
  const texts = interfaceTexts();
  for (const heading of document.querySelectorAll<HTMLElement>('h1[data-copy]')) {
    heading.after(
      copyButton(texts.copy!, texts.code!, () => heading.dataset.copy!),
      ' ',
      copyButton(texts.link!, texts.link!, () => location.origin + location.pathname),
    );
  }
  for (const place of document.querySelectorAll<HTMLElement>('.support')) {
    const load = () => import('./support/entry.ts');
    const name = place.dataset.copy!;
    const button = copyButton(name, name, async () => (await load()).entryText(place));
    // loaded before the click, which alone may write to the clipboard
    for (const event of ['pointerenter', 'focus']) button.addEventListener(event, load, { once: true });
    place.append(button);
  }
  for (const block of document.querySelectorAll('pre')) addCopyButton(block);
}

/** Where a screen reader hears what came of a click. */
function say(text: string): void {
  const region = document.querySelector('.spoken') ?? document.createElement('p');
  region.className = 'spoken';
  region.role = 'status';
  document.body.append(region);
  region.textContent = text;
}

/** Gives one block of code its button. */
export function addCopyButton(block: HTMLPreElement): void {
  const texts = interfaceTexts();
  const frame = document.createElement('div');
  frame.className = 'frame';
  block.replaceWith(frame);
  frame.append(
    block,
    copyButton(texts.copy!, texts.block!, () => block.textContent),
  );
}

/** A button that copies a text and says whether it did; not on the page yet. */
export function copyButton(label: string, name: string, text: () => string | Promise<string>): HTMLButtonElement {
  const texts = interfaceTexts();
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = label;
  button.setAttribute('aria-label', name);
  button.addEventListener('click', async () => {
    // a page on plain http has no clipboard, and a reader may refuse it
    const copied = async () => navigator.clipboard.writeText(await text());
    const done = await copied().then(
      () => true,
      () => false,
    );
    button.textContent = (done ? texts.copied : texts.failed)!;
    say(button.textContent);
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
  return button;
}

function interfaceTexts(): Record<string, string> {
  return document.querySelector<HTMLTemplateElement>('#texts')!.dataset as Record<string, string>;
}
