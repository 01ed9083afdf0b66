import { inline } from './markdown.ts';
import type { Site } from './site.ts';

/** Whether a site has something of the team's own in its head or foot; only then pages load the styles for it. */
export function isBranded({ settings: { name, logo, links, foot } }: Site): boolean {
  return name !== undefined || logo !== undefined || links.length + foot.length > 0;
}

/** The last lines of every page that the team has configured, as HTML. */
export function footLines({ settings: { foot } }: Site): string[] {
  return foot.map((line) => inline(line));
}
