import { addressOf, RESERVED, slugOf } from '../index.ts';

/** Longer names of folders are a burden in addresses. */
const LONGEST = 48;

/**
 * The name of an API's folder: its title in lower-case ASCII letters, digits and hyphens. One that is taken, kept for the
 * site itself, or the name of a device on Windows gets a number or the ending `-api`.
 */
export function idOf(title: string, isTaken: (id: string) => boolean): string {
  const slug = slugOf(title).slice(0, LONGEST).replace(/-$/, '');
  const id = slug === '' ? 'api' : RESERVED.has(slug) || addressOf(slug) !== slug ? `${slug}-api` : slug;
  for (let number = 1; ; number++) {
    const tried = number === 1 ? id : `${id}-${number}`;
    if (!isTaken(tried)) return tried;
  }
}

/** A title for an API whose package or folder has this name: `@acme/parcel-desk` becomes `Parcel Desk API`. A name with spaces is one. */
export function titleOf(name: string): string {
  if (/\S\s+\S/.test(name)) return name.trim();
  const words = (name.split('/').at(-1) ?? name).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const rest = words.at(-1)?.toLowerCase() === 'api' ? words.slice(0, -1) : words;
  return [...rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)), 'API'].join(' ');
}
