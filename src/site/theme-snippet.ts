import { createHash } from 'node:crypto';
import { SNIPPET_LANGUAGES } from '../index.ts';
import type { SiteSettings } from '../shared/settings.ts';

/** Puts the reader's choices of theme and language on the page before it is painted; the only script inside the page. */
export function themeSnippetOf({ languages }: Pick<SiteSettings, 'languages'>): string {
  return snippetOf(languages, "let t=g('theme');if(t)d.theme=t;");
}

/** The same inside the layout of another site, which has a theme of its own: the reader's choice of language alone. */
export function codeSnippetOf({ languages }: Pick<SiteSettings, 'languages'>): string {
  return snippetOf(languages, '');
}

/** The accent color of a page with our layout. In another site, layers are ids (`scopedStyles`), and this has one more than tokens. */
export function accentStyleOf({ accent }: Pick<SiteSettings, 'accent'>, isHosted: boolean): string | undefined {
  return isHosted
    ? accent?.style.replace(/^@layer tokens\{:root:root(\{[^}]*\})\}$/, ':is(.errorbook,#_#_#_)$1')
    : accent?.style;
}

/** The accent color inside the layout of another site; undefined where none is configured. */
export function accentSnippetOf({ accent }: Pick<SiteSettings, 'accent'>): string | undefined {
  return accent && `.errorbook{--errorbook-accent:light-dark(${accent.light},${accent.dark})}`;
}

function snippetOf(languages: SiteSettings['languages'], theme: string): string {
  const shown = SNIPPET_LANGUAGES.filter((it) => languages?.includes(it) ?? true);
  const choice = languages
    ? `let c=g('code');if(${JSON.stringify(shown)}.includes(c))d.code=c`
    : "d.code=g('code')||d.code";
  return `{let d=document.documentElement.dataset,g=n=>localStorage.getItem('error-docs-'+n);d.code='${shown[0]}';try{${theme}${choice}}catch{}}`;
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

/** What is inside our pages and not in files: programs, styles, and the origin of a program of somebody else. */
interface Inside {
  scripts: readonly string[];
  styles: readonly (string | undefined)[];
  origin?: string | undefined;
}

/** What Astro lets a page add to the content security policy that it writes for another site. */
interface HostPolicy {
  insertScriptHash(hash: `sha256-${string}`): void;
  insertStyleHash(hash: `sha256-${string}`): void;
  insertScriptResource(resource: string): void;
}

/** Lets the policy of another site allow what is inside a page of ours. */
export function allowInside(policy: HostPolicy | undefined, { scripts, styles, origin }: Inside): void {
  for (const text of scripts) policy?.insertScriptHash(`sha256-${hashOf(text)}`);
  for (const text of styles) if (text !== undefined) policy?.insertStyleHash(`sha256-${hashOf(text)}`);
  // a policy with an origin no longer has the site itself by default
  if (origin !== undefined) for (const it of ["'self'", origin]) policy?.insertScriptResource(it);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
