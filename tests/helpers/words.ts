/** Letters and digits alone, in lower case: how two texts are compared whatever stands between their words. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A text of Markdown as its reader sees it, folded: the addresses of links are gone. */
function foldProse(markdown: string): string {
  return fold(markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
}

/** Those of the expected texts that a page does not show; empty is what a test wants. */
export function unseen(page: string, expected: readonly (string | undefined)[]): string[] {
  const seen = fold(page);
  return expected.filter((text): text is string => text !== undefined && !seen.includes(foldProse(text)));
}
