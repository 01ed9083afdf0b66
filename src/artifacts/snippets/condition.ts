import { isPart } from '../../model/envelope/carried.ts';
import { isElement } from '../../model/envelope/pointer.ts';
import { allStatuses } from '../../model/operation.ts';
import type { Api, Code } from '../../model/registry.ts';
import { type Content, literal, text } from '../../view/index.ts';
import { type Identity, identityOf, type Reference } from './facts.ts';

/**
 * Which responses have a code, and what follows from that, in a sentence: for a code that a program only has to recognize,
 * because it has nothing to read, to wait for or to send again. Undefined where a response does not show that it has the code.
 */
export function conditionOf(api: Api, code: Code): Content | undefined {
  const all = allStatuses(code);
  const statuses = all.map(({ status }) => String(status));
  const identity = identityOf(api, code, Number(statuses[0]));
  const isHttp = all.some(({ family }) => family !== 'other');
  const isKnown = identity.by === 'code' || (isHttp && (identity.by === 'message' || identity.isAlone));
  if (!isKnown) return undefined;
  const status = statuses.length === 1 ? `status ${statuses[0]}` : `status ${statuses.join(' or ')}`;
  return [
    text('Branch on '),
    ...(identity.by === 'code'
      ? [
          ...(identity.at.header === undefined ? [] : [text('the header ')]),
          literal(nameOf(identity.at)),
          text(isPart(identity.at) ? ' with the code ' : ' equal to '),
          literal(String(identity.value)),
          ...namespaceOf(identity),
          text(isHttp ? ` with ${status}` : ''),
        ]
      : [text(status)]),
    ...(identity.by === 'message'
      ? [
          text(' and '),
          literal(nameOf(identity.at)),
          text(identity.whole ? ' equal to ' : ' containing '),
          literal(identity.text.trim()),
        ]
      : []),
    text(isNeverRetried(code) ? '; there is nothing to retry.' : '.'),
  ];
}

/** What else says which code is meant. */
function namespaceOf({ namespace }: Extract<Identity, { by: 'code' }>): Content {
  return namespace ? [text(' and '), literal(nameOf(namespace.at)), text(' equal to '), literal(namespace.value)] : [];
}

function isNeverRetried({ retry, gaps, operations }: Code): boolean {
  const policies = [retry, ...operations.flatMap((it) => it.retry ?? [])].map(({ policy }) => policy);
  return policies.every((policy) => policy === 'never') && !gaps?.includes('retry');
}

/** A field as programs write it, such as `error.code`. */
function nameOf({ path, header }: Reference): string {
  if (header !== undefined) return header;
  return path.map((key, i) => (i === 0 ? key : isElement(key) ? '[]' : `.${key}`)).join('');
}
