/**
 * Our styles for a page of another site: they apply inside `.errorbook` alone, and what the other site says of elements
 * and classes does not change what they say. Layers would lose against styles without a layer, so each becomes a block in
 * which a selector weighs as many ids as its layer has a place in the order. `css` is a whole file with its imports in it;
 * `inContainer` makes widths those of the surrounding part of the page.
 */
export function scopedStyles(css: string, inContainer: boolean): string {
  const order = /@layer\s+([^;{}]+);/.exec(css)?.[1]?.split(',') ?? [];
  const names = order.map((name) => name.trim());
  return css.replace(PART, (whole: string, comment?: string, prelude = '', end = '') => {
    if (comment !== undefined) return '';
    const text = prelude.trim();
    if (end === ';') return text.startsWith('@layer') ? '' : whole;
    const layer = /^@layer\s+([\w-]+)$/.exec(text)?.[1];
    if (layer !== undefined) return `:is(.errorbook,${'#_'.repeat(names.indexOf(layer) + 2)}){`;
    if (inContainer && WIDTH.test(text)) return `${text.replace('@media', '@container')}{`;
    return text.startsWith('@') ? `${text}{` : `${selectorsOf(text).map(scoped).join(',')}{`;
  });
}

/** A comment, or everything up to a brace or semicolon that is not inside of a string or parentheses. */
const PART =
  /\/\*([\s\S]*?)\*\/|((?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()"']|"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\))*\)|[^{};"'(/]|\/(?!\*))+)([{;])/g;

const WIDTH = /^@media\s+\((?:[^()]*\s)?width\s[^()]*\)$/;

/** The selectors of a list, without commas inside of brackets. */
function selectorsOf(list: string): string[] {
  return list.split(/,(?![^(]*\))/).map((selector) => selector.trim());
}

/** A selector inside the block of its layer: roots are the block itself, and what scripts say of the root is there or above. */
function scoped(selector: string): string {
  const rooted = selector.replace(/^(?::root|html)(?![\w-])/, '&').replace(/(?<![\w.#-])main(?![\w-])/g, '.main');
  const [, state, rest = ''] =
    /^&?((?:\[data-(?:code|theme)[^\]]*\]|:not\(\[data-theme[^\]]*\]\)))(.*)$/.exec(rooted) ?? [];
  return state === undefined ? rooted : `:is(${state} &,&${state})${rest}`;
}
