import { envelopeOf } from '../model/envelope/of-code.ts';
import type { Api, Code } from '../model/registry.ts';

/** True where the body that a code answers with has no place for the code. */
export function carriesNoCode(api: Api, code: Code): boolean {
  const envelope = envelopeOf(api, code);
  return envelope ? envelope.fields.every(({ role }) => role !== 'code') : false;
}

/** True where the message tells an entry from others with its status, for there is no code in the body. */
export function isToldByMessage(api: Api, code: Code): boolean {
  return carriesNoCode(api, code) && envelopeOf(api, code)!.fields.some(({ role }) => role === 'message');
}
