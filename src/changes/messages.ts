import { carriesCode } from '../model/envelope/carried.ts';
import { hasRole } from '../model/envelope/fields.ts';
import { envelopeOf } from '../model/envelope/of-code.ts';
import type { Api, Code } from '../model/registry.ts';
import { type CodePair, wasUnverified } from './codes.ts';

/** True where the response of a code has no place for the code. */
export function carriesNoCode(api: Api, code: Code): boolean {
  const envelope = envelopeOf(api, code);
  return envelope ? !carriesCode(envelope) : false;
}

/** True where callers identify an entry by its message, because there is no code in the body. */
export function isIdentifiedByMessage(api: Api, code: Code): boolean {
  return carriesNoCode(api, code) && hasRole(envelopeOf(api, code)?.fields ?? [], 'message');
}

/** True where a code has another message now, and callers could rely on the one before. */
export function hasOtherMessage(pair: CodePair): boolean {
  return !pair.reused && pair.before.message !== pair.after.message && !wasUnverified(pair, 'message');
}
