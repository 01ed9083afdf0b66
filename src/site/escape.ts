const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML that shows it, in content as well as in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** A code as HTML that may break into lines after its separators, so that long codes fit a phone. */
export function breakable(code: string): string {
  return escapeHtml(code).replace(/[_.:/-]+(?=.)/g, '$&<wbr>');
}
