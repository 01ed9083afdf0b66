/** Gives every block of code, and the code at the top of its page, a button that copies it. */
export function addCopyButtons(): void {
  const texts = document.querySelector<HTMLTemplateElement>('#texts')!.dataset as Record<string, string>;
  const button = (label: string, name: string, text: () => string) => copyButton(texts, label, name, text);
  for (const heading of document.querySelectorAll<HTMLElement>('h1[data-copy]')) {
    heading.after(
      button(texts.copy!, texts.code!, () => heading.dataset.copy!),
      ' ',
      button(texts.link!, texts.link!, () => location.origin + location.pathname),
    );
  }
  for (const block of document.querySelectorAll('pre')) {
    const frame = document.createElement('div');
    frame.className = 'frame';
    block.replaceWith(frame);
    frame.append(
      block,
      button(texts.copy!, texts.block!, () => block.textContent),
    );
  }
}

/** Where a screen reader hears what came of a click. */
function say(text: string): void {
  const region = document.querySelector('.said') ?? document.createElement('p');
  region.className = 'said';
  region.role = 'status';
  document.body.append(region);
  region.textContent = text;
}

function copyButton(texts: Record<string, string>, label: string, name: string, text: () => string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = label;
  button.setAttribute('aria-label', name);
  button.addEventListener('click', async () => {
    // a page on plain http has no clipboard, and a reader may refuse it
    const done = await navigator.clipboard?.writeText(text()).then(
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
