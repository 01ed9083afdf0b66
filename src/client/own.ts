/** The part of the page that is ours: what is inside the layout of another site, or all of it. */
export const ownPart = () => document.querySelector<HTMLElement>('[data-error-docs]') ?? document.body;

/** Whether the page is inside the layout of another site, which has keyboard shortcuts and a theme of its own. */
export const isHosted = () => ownPart() !== document.body;
