/** How a language writes what holds no code of ours (comments), and what may (strings). */
export interface Language {
  /** What begins a comment up to the end of the line. */
  line: readonly string[];
  /** What begins and ends a comment over lines. */
  block: readonly (readonly [string, string])[];
  /** Longer quotes first. */
  quotes: readonly Quote[];
  /** Letters that may stand before a quote, and what they make of the string. */
  prefixes?: Record<string, Partial<Quote>>;
  /** True where `/` may begin a regular expression. */
  regex?: true;
  /** True where a colon and a word are a string. */
  symbols?: true;
}

export interface Quote {
  quote: string;
  lines?: boolean;
  /** `backslash` unless said otherwise. */
  escape?: 'none' | 'doubled';
  /** What lets in values; a string that has it is no literal. */
  hole?: string;
}

const C = { line: ['//'], block: [['/*', '*/']] } as const;
const PLAIN: readonly Quote[] = [{ quote: '"' }, { quote: "'" }];

const script: Language = {
  ...C,
  quotes: [...PLAIN, { quote: '`', lines: true, hole: '${' }],
  regex: true,
};

const python: Language = {
  line: ['#'],
  block: [],
  quotes: [{ quote: '"""', lines: true }, { quote: "'''", lines: true }, ...PLAIN],
  prefixes: Object.fromEntries(
    ['r', 'b', 'f', 'u', 'br', 'rb', 'fr', 'rf', 't'].map((letters) => [
      letters,
      { ...(letters.includes('r') && { escape: 'none' as const }), ...(/[ft]/.test(letters) && { hole: '{' }) },
    ]),
  ),
};

const java: Language = { ...C, quotes: [{ quote: '"""', lines: true }, ...PLAIN] };

/** The languages by the endings of their files. JSON and YAML are read as values and are not here. */
export const LANGUAGES: Record<string, Language> = {
  ...Object.fromEntries(['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'].map((ending) => [ending, script])),
  py: python,
  go: { ...C, quotes: [{ quote: '"' }, { quote: '`', lines: true, escape: 'none' }, { quote: "'" }] },
  java,
  kt: {
    ...C,
    quotes: [{ quote: '"""', lines: true, escape: 'none', hole: '$' }, { quote: '"', hole: '$' }, { quote: "'" }],
  },
  cs: {
    ...java,
    prefixes: {
      '@': { escape: 'doubled', lines: true },
      $: { hole: '{' },
      '$@': { escape: 'doubled', lines: true, hole: '{' },
      '@$': { escape: 'doubled', lines: true, hole: '{' },
    },
  },
  rb: {
    line: ['#'],
    block: [['\n=begin', '\n=end']],
    quotes: [
      { quote: '"', lines: true, hole: '#{' },
      { quote: "'", lines: true },
    ],
    symbols: true,
  },
  php: {
    line: ['//', '#'],
    block: [['/*', '*/']],
    quotes: [
      { quote: '"', lines: true, hole: '$' },
      { quote: "'", lines: true },
    ],
  },
};
