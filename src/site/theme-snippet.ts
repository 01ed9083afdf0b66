import { createHash } from 'node:crypto';

/** Puts the reader's choices of theme and language on the page before it is painted; the only script inside the page. */
export const themeSnippet =
  "{let d=document.documentElement.dataset,g=n=>localStorage.getItem('errorbook-'+n);d.code='typescript';try{let t=g('theme');if(t)d.theme=t;d.code=g('code')||d.code}catch{}}";

const hash = createHash('sha256').update(themeSnippet).digest('base64');

/**
 * What a page may load and run: its own files and the snippet above, nothing else. Firefox holds prefetched pages against
 * `default-src`, so that names the site, and every kind that no page has is ruled out by name.
 */
export const contentPolicy = [
  "default-src 'self'",
  ...['child', 'font', 'manifest', 'media', 'object'].map((kind) => `${kind}-src 'none'`),
  `script-src 'self' 'sha256-${hash}'`,
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join(';');
