/** Adds styles that only a script on demand needs. Imported as a file they would become part of every page that has the script. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
