import { createHash, hash } from 'node:crypto';
import { type Code, firstSentence, type Registry } from '../../index.ts';

/** What two states of a registry are compared by. */
export interface Fingerprint {
  /** Of everything but the prose of codes. */
  rest: string;
  /** Of the prose of each code, by API, in the order of its codes. */
  prose: Record<string, string[]>;
}

/** The fingerprint of a registry. */
export function fingerprintOf({ apis, ...others }: Registry): Fingerprint {
  const rest = createHash('sha256').update(JSON.stringify(others));
  const prose = apis.map(({ codes, ...api }) => {
    rest.update(JSON.stringify(api));
    const ofCodes = codes.map((code) => {
      const [own, shared] = parted(code);
      rest.update(JSON.stringify(shared));
      return hash('sha256', JSON.stringify(own), 'base64url');
    });
    return [api.id, ofCodes] as const;
  });
  return { rest: rest.digest('base64url'), prose: Object.fromEntries(prose) };
}

/**
 * A code in two parts. The first is its prose, and the line of its entry: no other code's page or file shows any of it, but the first
 * sentence of the meaning, and nothing about another code follows from it. The second is the rest.
 */
function parted({ meaning, remediation, causes, links, line, retry, ...shared }: Code): [own: object, shared: object] {
  const { reason, ...policy } = retry;
  return [
    { meaning, remediation, causes, links, line, reason },
    { ...shared, policy, sentence: firstSentence(meaning) },
  ];
}
