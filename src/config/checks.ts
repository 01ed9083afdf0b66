import type { Document, Finding, Path } from '../load/index.ts';
import { hardest, LEAST, readable, type Theme } from './accent.ts';
import type { Config } from './schema.ts';

/** What the schema can't say of a configuration. */
export function findingsOf(config: Config, document: Document): Finding[] {
  const at = (path: Path) => ({ document, path, part: 'value' }) as const;
  return [
    ...accentFindings(config.accent?.light, 'light', at(['accent', 'light'])),
    ...accentFindings(config.accent?.dark, 'dark', at(['accent', 'dark'])),
    ...artifactFindings(config.artifacts ?? [], at(['artifacts'])),
  ];
}

function accentFindings(color: string | undefined, theme: Theme, at: Finding['at']): Finding[] {
  if (color === undefined) return [];
  const { background, ratio } = hardest(color, theme);
  if (ratio >= LEAST) return [];
  // rounded down, so that 4.49 is not shown as enough
  const shown = Math.floor(ratio * 100) / 100;
  return [
    {
      at,
      message: `The contrast of \`${color}\` with \`${background}\`, a background of ${theme} pages, is ${shown}:1, but text needs ${LEAST}:1 (WCAG 2.2, AA).`,
      fix: `The nearest color with enough contrast is \`${readable(color, theme)}\`.`,
    },
  ];
}

/** Files that name others, which then have to be there too. */
const NEEDS: Readonly<Record<string, readonly string[]>> = { llms: ['markdown', 'json'] };

function artifactFindings(chosen: readonly string[], at: Finding['at']): Finding[] {
  return chosen.flatMap((name) => {
    const missing = (NEEDS[name] ?? []).filter((it) => !chosen.includes(it));
    if (missing.length === 0) return [];
    const names = missing.map((it) => `\`${it}\``).join(' and ');
    return [{ at, message: `\`${name}\` links to the files of ${names}, which are not listed.`, fix: `Add ${names}.` }];
  });
}
