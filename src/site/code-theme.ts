import type { ShikiTransformer, ThemeRegistration } from 'shiki';

/*
 * One theme for light and dark: each kind of token has a class, and the stylesheet gives it a colour in each.
 * Shiki thinks in colours, so a made-up colour stands for each class on the way.
 */
const CLASSES = {
  k: ['support.type.property-name', 'entity.name.tag', 'variable.parameter.keyword'],
  s: ['string', 'markup.inline.raw'],
  n: ['constant', 'support.constant', 'variable.language'],
  w: ['keyword', 'storage', 'keyword.operator.new'],
  f: ['entity.name.function', 'support.function', 'entity.name.type', 'support.class'],
  c: ['comment', 'punctuation.definition.comment'],
} as const;

const names = Object.keys(CLASSES) as (keyof typeof CLASSES)[];
const colourOf = (index: number) => `#00000${index + 1}`;

/** Shiki's theme: colours that {@link classOf} turns into classes. */
export const codeTheme: ThemeRegistration = {
  name: 'errorbook',
  type: 'light',
  colors: { 'editor.foreground': '#000000', 'editor.background': '#ffffff' },
  settings: names.map((name, index) => ({ scope: [...CLASSES[name]], settings: { foreground: colourOf(index) } })),
};

/** The class for a token's colour; undefined for plain text. */
export function classOf(colour: string | undefined): string | undefined {
  return names[names.findIndex((_, index) => colourOf(index) === colour?.toLowerCase())];
}

/** For the code in guides: the same classes instead of inline styles, which the site's content policy forbids. */
export const toClasses: ShikiTransformer = {
  name: 'errorbook:classes',
  span(node) {
    const colour = /color:\s*(#[0-9a-f]+)/i.exec(String(node.properties.style ?? ''))?.[1];
    delete node.properties.style;
    const name = classOf(colour);
    if (name) node.properties.class = name;
  },
  pre(node) {
    delete node.properties.style;
  },
};
