import { z } from 'zod';

/** Plain text on one line: shown as it is, never read as Markdown. */
export const plain = () => z.string();

/** Markdown in one or more blocks, without raw HTML: HTML in it is shown, never run. */
export const prose = () => z.string();

/** The name of a folder, domain, envelope or guide: it is in addresses, so it is small and safe on every disk. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id as {@link ID} has it. */
export const id = () =>
  z.string().regex(ID, { error: 'an id of lower-case letters, digits and single hyphens, such as `voice-studio`' });

/** The name of a namespace: a value or a name in bodies, and the part of a code's name before the dot. No number, which would be an element of an array. */
export const namespaceName = () =>
  z.string().regex(/^[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/, {
    error: 'a name of letters, digits, `_`, `-` and inner dots that starts with a letter, such as `queryError`',
  });

/** A web address; other schemes (`javascript:`, `data:`) could run code in the reader's browser. */
export const webAddress = () =>
  z.string().regex(/^https?:\/\/[^\s]+$/, { error: 'a web address that starts with https:// or http://' });

/** A web address in which `{code}` and `{address}`, after the host, are replaced by a code and the address of its page. */
export const webAddressTemplate = () =>
  z.string().regex(/^https?:\/\/[^\s{}/?#]+(?:[/?#](?:[^\s{}]|\{(?:code|address)\})*)?$/, {
    error: 'a web address that starts with https:// or http:// and has no braces but `{code}` and `{address}`',
  });

/** An email address as `mailto:` takes it; what it may hold beyond that (RFC 5321) only its server knows. */
export const emailAddress = () =>
  z.string().regex(/^[^\s@<>"?&]+@[^\s@<>"?&]+\.[^\s@<>"?&]+$/, { error: 'an email address such as help@example.com' });

/** A language as BCP 47 tags it, such as `es` or `pt-BR`. */
export const languageTag = () =>
  z
    .string()
    .regex(/^[A-Za-z]{2,8}(?:-[0-9A-Za-z]{1,8})*$/, { error: 'a language tag (BCP 47) such as `es` or `pt-BR`' });

/** A day as ISO 8601 writes it. */
export const day = () =>
  z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, { error: 'a day such as 2026-12-31' });

/** A date or a month, or a release's name: free text that sorts as people read it. */
export const moment = () => z.string();
