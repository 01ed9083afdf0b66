import { type Code, documentTexts, type Status } from '../index.ts';

const { undocumented } = documentTexts.code;

/** The usual status of a code, which is its first; of a code whose status isn't documented yet, one that says so. */
export function usualStatus({ statuses: [usual] }: Code): Status {
  return usual ?? { status: undocumented, title: undocumented, family: 'other' };
}
