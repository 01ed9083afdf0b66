const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML that shows it, in content as well as in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Text as Astro writes it into the value of an attribute. */
export function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** A code as HTML that may break into lines after its separators, so that long codes fit a phone. */
export function breakable(code: string): string {
  return escapeHtml(code).replace(/[_.:/-]+(?=.)/g, '$&<wbr>');
}

/** A code, set as code, as HTML. */
export function codeHtml(code: string): string {
  return `<code>${breakable(code)}</code>`;
}
