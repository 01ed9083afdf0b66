import type { SiteSettings } from '../shared/settings.ts';
import type { Site } from './site.ts';

/** The accent of a site without one of its own, as `styles/tokens.css` has it. */
const ACCENT = '#0b5a6f';

/** The icon of every page: the team's, or a book in the accent color, which takes no request. */
export function iconOf({ settings: { icon, accent }, urls }: Site): { href: string; type: string | undefined } {
  if (icon) return { href: urls.settingsFile(icon.file), type: icon.type };
  const color = encodeURIComponent(accent?.light ?? ACCENT);
  return {
    href: `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='M4 2h13a3 3 0 0 1 3 3v17H7a3 3 0 0 1-3-3z' fill='${color}'/%3E%3Cpath d='M9 7h7M9 11h5M9 15h7' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E`,
    type: undefined,
  };
}

/** What chats show beside a link; our own picture only on a site without a name, and none where the site's address is not known. */
export function socialImage({
  settings: { socialImage, name },
  urls,
}: Site): { href: string; isLarge: boolean } | undefined {
  if (!urls.isAbsolute) return undefined;
  if (socialImage) return { href: urls.absolute(urls.settingsFile(socialImage.file)), isLarge: true };
  return name === undefined ? { href: urls.absolute(urls.socialImage), isLarge: false } : undefined;
}

/** The data attributes of the analytics script. */
export function dataAttributes({ data }: NonNullable<SiteSettings['analytics']>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));
}
