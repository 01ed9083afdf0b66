import type { Code } from '../index.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

/** A page on which GitHub reads the title and body of a new issue from the query of its address. */
const NEW_ISSUE = /^https:\/\/github\.com\/[^/?#]+\/[^/?#]+\/issues\/new\/?(?:\?|$)/;

/**
 * Where a reader reports whether a code's page helped: the API's `feedback` with the code and the address of the page in it.
 * A new issue of a GitHub repository gets a title and a body, except where the address has its own. Undefined for an API
 * that has not asked for feedback.
 */
export function feedbackHref({ id, feedback, urls }: SiteApi, { code }: Code): string | undefined {
  if (feedback === undefined) return undefined;
  const address = urls.absolute(urls.code(id, code));
  const filled = feedback.replace(/\{(code|address)\}/g, (_, name) =>
    encodeURIComponent(name === 'code' ? code : address),
  );
  if (!NEW_ISSUE.test(filled)) return filled;
  const { issueTitle, issueBody } = texts.code.feedback;
  const url = new URL(filled);
  if (!url.searchParams.has('title')) url.searchParams.set('title', issueTitle(code));
  if (!url.searchParams.has('body')) url.searchParams.set('body', issueBody(code, address));
  return url.href;
}
