/** The part of the page that is ours: all of it, or what is inside the layout of another site. */
export function ownPart(): HTMLElement {
  return hostedPart() ?? document.body;
}

/** Whether the page is inside the layout of another site, which has keyboard shortcuts and a theme of its own. */
export function isHosted(): boolean {
  return hostedPart() !== null;
}

function hostedPart(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-error-docs]');
}
