import { ownPart } from './own.ts';

/**
 * Moves the notice for the reader's language from the foot of the page to its top: that of the first language of the browser which
 * has one, unless the browser prefers the language of the page.
 */
export function showLanguageNotice(): void {
  const notices = [...ownPart().querySelectorAll<HTMLElement>('.foot > .language')];
  for (const language of navigator.languages) {
    if (isIn(language, document.documentElement.lang)) return;
    const notice = notices.find(({ lang }) => isIn(language, lang));
    if (!notice) continue;
    notice.classList.add('notice');
    ownPart().querySelector('main, .main')?.prepend(notice);
    return;
  }
}

/** True where a language is one of a range (RFC 4647, section 3.3.1): `es-MX` is in `es`. */
function isIn(language: string, range: string): boolean {
  return `${language}-`.toLowerCase().startsWith(`${range}-`.toLowerCase());
}
