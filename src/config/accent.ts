import { contrast, mix } from './color.ts';

/** The smallest contrast of text with its background (WCAG 2.2, success criterion 1.4.3, level AA). */
export const LEAST = 4.5;

/** The themes of the pages: the backgrounds on which the accent is used, as in `styles/tokens.css`, and how it gets more contrast. */
export const THEMES = {
  light: { backgrounds: ['#fbfaf6', '#ffffff'], toward: '#000000', tint: 0.07 },
  dark: { backgrounds: ['#16181a', '#1d2022'], toward: '#ffffff', tint: 0.14 },
} as const;

export type Theme = keyof typeof THEMES;

/** The background of what is chosen: a little of the accent on the page's own. */
export function tintOf(accent: string, theme: Theme): string {
  const { backgrounds, tint } = THEMES[theme];
  return mix(backgrounds[0], accent, tint);
}

/** The background on which an accent is hardest to read, and its contrast there. */
export function hardest(accent: string, theme: Theme): { background: string; ratio: number } {
  const all = [...THEMES[theme].backgrounds, tintOf(accent, theme)].map((background) => ({
    background,
    ratio: contrast(accent, background),
  }));
  return all.reduce((worst, it) => (it.ratio < worst.ratio ? it : worst));
}

/** The color itself where it is readable, else the nearest shade of it that is: darker on light pages, lighter on dark ones. */
export function readable(accent: string, theme: Theme): string {
  const shades = Array.from({ length: 256 }, (_, step) => mix(accent, THEMES[theme].toward, step / 255));
  return shades.find((shade) => hardest(shade, theme).ratio >= LEAST) ?? THEMES[theme].toward;
}
