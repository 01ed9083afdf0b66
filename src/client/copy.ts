/** Gives every block of code, and the code at the top of its page, a button that copies it. */
export function addCopyButtons(): void {
  const texts = document.querySelector<HTMLTemplateElement>('#texts')!.dataset;
  for (const heading of document.querySelectorAll<HTMLElement>('h1[data-copy]')) {
    heading.after(copyButton(() => heading.dataset.copy!, texts.code!, texts));
  }
  for (const block of document.querySelectorAll('pre')) {
    const frame = document.createElement('div');
    frame.className = 'frame';
    block.replaceWith(frame);
    frame.append(block, copyButton(() => block.textContent, texts.block!, texts));
  }
}

function copyButton(text: () => string, label: string, texts: DOMStringMap): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = texts.copy!;
  button.setAttribute('aria-label', label);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text());
    button.textContent = texts.copied!;
    setTimeout(() => {
      button.textContent = texts.copy!;
    }, 2000);
  });
  return button;
}
