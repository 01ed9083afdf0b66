import { createHash } from 'node:crypto';

/** Puts the reader's choice of theme on the page before it is painted; the only script that stands in the page itself. */
export const themeSnippet =
  "try{let t=localStorage.getItem('errorbook-theme');if(t)document.documentElement.dataset.theme=t}catch{}";

const hash = createHash('sha256').update(themeSnippet).digest('base64');

/** What a page may load and run: its own files and the snippet above, nothing else. */
export const contentPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${hash}'`,
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join(';');
