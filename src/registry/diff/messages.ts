import { envelopeOf } from '../envelope/of-code.ts';
import type { Api, Code } from '../registry.ts';

/** True where bodies carry no code, so that the message tells an entry from others with its status. */
export function isToldByMessage(api: Api, code: Code): boolean {
  const roles = new Set(envelopeOf(api, code)?.fields.map(({ role }) => role));
  return code.message !== undefined && roles.has('message') && !roles.has('code');
}
