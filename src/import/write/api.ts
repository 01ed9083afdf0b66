import { stringify } from 'yaml';
import { slugOf } from '../../model/slug.ts';
import type { About } from '../source.ts';
import { proseOf } from '../values/prose.ts';

/** The text of the smallest file that an API can have, with what a source says of it. */
export function apiText(name: string, domains: readonly string[], about: About): string {
  const { title = titleOf(name), summary, version, baseUrl, envelope } = about;
  const [lead = ''] = (summary ?? '').split(/\n\s*\n/, 1);
  return stringify(
    {
      title: title.replaceAll(/\s+/g, ' '),
      summary: lead.trim() === '' ? `The error codes of \`${name}\`.` : proseOf(lead, true),
      ...(version !== undefined && { version }),
      ...(baseUrl !== undefined && { baseUrl }),
      domains,
      ...(envelope && { envelope }),
    },
    { lineWidth: 120 },
  );
}

/** An API of which nobody says what its error responses look like has none until somebody does. */
const NO_ENVELOPE =
  '# No response body is known yet: describe it under `envelope` in api.yaml, then remove the next line.\n';

/** The text of a new file of codes; `hasEnvelope` is true where the API has an envelope for them. */
export function domainText(title: string, entries: readonly string[], hasEnvelope: boolean): string {
  const envelope = hasEnvelope ? '' : `${NO_ENVELOPE}envelope: none\n`;
  return `${stringify({ title }, { lineWidth: 120 })}${envelope}codes:\n${entries.join('\n\n')}\n`;
}

/** A name in words: `push-tokens` becomes `Push tokens`. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name as an id of lower-case letters, digits and hyphens; undefined where it has none of them. */
export function idOf(name: string): string | undefined {
  return slugOf(name) || undefined;
}
