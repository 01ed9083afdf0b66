import { inline } from './markdown.ts';
import type { Site } from './site.ts';
import { texts } from './texts.ts';

/** The last lines of every page, as HTML: those that the team has configured; who built it only on a site without a name of its own. */
export function footLines({ settings: { foot, name } }: Site): string[] {
  return foot.length > 0 || name !== undefined ? foot.map((line) => inline(line)) : [texts.builtWith];
}
