import type { ShikiTransformer, ThemeRegistration } from 'shiki';

/*
 * One theme for light and dark: each kind of token has a class, and the stylesheet gives it a color in each.
 * Shiki thinks in colors, so each class has a made-up color in between.
 */
const CLASSES = {
  k: ['support.type.property-name', 'entity.name.tag', 'variable.parameter.keyword'],
  s: ['string', 'markup.inline.raw'],
  n: ['constant', 'support.constant', 'variable.language'],
  w: ['keyword', 'storage', 'keyword.operator.new'],
  f: ['entity.name.function', 'support.function', 'entity.name.type', 'support.class'],
  c: ['comment', 'punctuation.definition.comment'],
} as const;

const classes = Object.entries(CLASSES);
const colorOf = (index: number) => `#00000${index + 1}`;

/**
 * Milliseconds for a line of code, after which Shiki leaves the rest of the line plain. Its own limit of 500 is too short for a busy
 * machine, on which the same registry would then become another site.
 */
export const TIME_LIMIT = 60_000;

/** Shiki's theme: colors that {@link classOf} turns into classes. */
export const codeTheme: ThemeRegistration = {
  name: 'errorbook',
  type: 'light',
  colors: { 'editor.foreground': '#000000', 'editor.background': '#ffffff' },
  settings: classes.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: colorOf(index) } })),
};

/** The class for a token's color; undefined for plain text. */
export function classOf(color: string | undefined): string | undefined {
  return classes.find((_, index) => colorOf(index) === color?.toLowerCase())?.[0];
}

/** For the code in guides: the same classes instead of inline styles, which the site's content policy forbids. */
export const toClasses: ShikiTransformer = {
  name: 'errorbook:classes',
  preprocess(_, options) {
    options.tokenizeTimeLimit = TIME_LIMIT;
  },
  span(node) {
    const color = /color:\s*(#[0-9a-f]+)/i.exec(String(node.properties.style ?? ''))?.[1];
    delete node.properties.style;
    const name = classOf(color);
    if (name) node.properties.class = name;
  },
  pre(node) {
    delete node.properties.style;
  },
};
