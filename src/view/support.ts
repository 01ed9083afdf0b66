import type { Api } from '../model/registry.ts';
import { documentTexts } from './texts.ts';

const { support: t } = documentTexts;

/** The links to where callers of an API get help, each with its text; empty if the API names none. */
export function supportLinks({ support: { url, email, status } = {} }: Api): { text: string; href: string }[] {
  return [
    ...(url === undefined ? [] : [{ text: t.contact, href: url }]),
    ...(email === undefined ? [] : [{ text: t.email, href: `mailto:${email}` }]),
    ...(status === undefined ? [] : [{ text: t.serviceStatus, href: status }]),
  ];
}
