const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const PREFERENCE = new RegExp(`^\\s*(${TOKEN})\\s*(?:=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s";,]*)))?\\s*`);

/**
 * The value of `code` among the preferences of a `Prefer` header (RFC 7240 section 2): bare, or quoted where it holds
 * other characters than a token may; undefined where it is not among them. The first counts, as the RFC asks.
 */
export function preferredCode(header: string): string | undefined {
  for (const preference of header.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? []) {
    const [whole, name, quoted, bare] = PREFERENCE.exec(preference) ?? [];
    if (whole !== undefined && name?.toLowerCase() === 'code') return quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
  }
  return undefined;
}
