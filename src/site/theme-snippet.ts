import { createHash } from 'node:crypto';
import { SNIPPET_LANGUAGES } from '../index.ts';
import type { SiteSettings } from '../shared/settings.ts';

/** Puts the reader's choices of theme and language on the page before it is painted; the only script inside the page. */
export function themeSnippetOf({ languages }: Pick<SiteSettings, 'languages'>): string {
  const shown = SNIPPET_LANGUAGES.filter((it) => languages?.includes(it) ?? true);
  const choice = languages
    ? `let c=g('code');if(${JSON.stringify(shown)}.includes(c))d.code=c`
    : "d.code=g('code')||d.code";
  return `{let d=document.documentElement.dataset,g=n=>localStorage.getItem('error-docs-'+n);d.code='${shown[0]}';try{let t=g('theme');if(t)d.theme=t;${choice}}catch{}}`;
}

/**
 * What a page may load and run: its own files and the snippet above, nothing else but the accent color and
 * the analytics script that the team has configured. Firefox holds prefetched pages against
 * `default-src`, so that names the site, and every kind that no page has is ruled out by name.
 */
export function contentPolicyOf(settings: Pick<SiteSettings, 'accent' | 'analytics' | 'languages'>): string {
  const { accent, analytics } = settings;
  const others = analytics ? ` ${analytics.origin}` : '';
  const styles = accent ? ` 'sha256-${hashOf(accent.style)}'` : '';
  return [
    "default-src 'self'",
    ...['child', 'font', 'manifest', 'media', 'object'].map((kind) => `${kind}-src 'none'`),
    `script-src 'self' 'sha256-${hashOf(themeSnippetOf(settings))}'${others}`,
    "worker-src 'self'",
    `style-src 'self'${styles}`,
    "img-src 'self' data:",
    `connect-src 'self'${others}`,
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
