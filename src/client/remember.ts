/** Keeps a choice for all pages; storage may be forbidden, and the choice then lasts for this page. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`error-docs-${name}`, value);
  } catch {}
}
