import { carriesCode } from '../model/envelope/carried.ts';
import { hasRole } from '../model/envelope/fields.ts';
import { envelopeOf } from '../model/envelope/of-code.ts';
import { isHttpStatus } from '../model/http.ts';
import { endOfLifeOf } from '../model/lifecycle.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Idempotency } from '../model/schema/api.ts';
import { oneLine } from './source-text.ts';

/** A code's name of use to a person, its meaning, and what has become of it; for a comment on one line. */
export function aboutCode({ title, meaning, statuses, reserved }: Code): string {
  const status = statuses.map((it) => it.status).join(' or ');
  const name = title === undefined ? '' : `${title.replace(/[.:]?\s*$/, '')}. `;
  return oneLine(`${status}. ${name}${meaning}${reserved ? ' Reserved: set aside and not sent.' : ''}`);
}

/** What to use instead of a deprecated or retired code, and why; undefined for every other. */
export function endOfLifeText(code: Code): string | undefined {
  const end = endOfLifeOf(code);
  if (!end) return undefined;
  const { since, replacedBy, reason } = end;
  const what = code.retired ? 'no longer sent' : 'deprecated';
  const parts = [
    `${what}${since === undefined ? '' : ` since ${since}`}.`,
    replacedBy === undefined ? '' : `Use ${replacedBy} instead.`,
    reason ?? '',
  ];
  return oneLine(parts.join(' '));
}

/** The statuses of a code that are HTTP's. */
export function httpStatuses({ statuses }: Code): number[] {
  return statuses.map(({ status }) => status).filter(isHttpStatus);
}

/** The codes that bodies do not carry, by the messages that tell them. */
export function codesByMessage(api: Api): Map<string, Code[]> {
  const silent = api.codes.filter((code) => {
    const envelope = envelopeOf(api, code);
    return envelope && hasRole(envelope.fields, 'message') && !carriesCode(envelope);
  });
  return Map.groupBy(
    silent.filter(({ message }) => message !== undefined),
    ({ message }) => message!,
  );
}

/** What the header of idempotency keys is for, for a comment on one line. */
export function idempotencyText(idempotency: Idempotency | undefined): string {
  if (!idempotency) return 'Not set: these docs name no header for idempotency keys.';
  const { operations } = idempotency;
  const which = operations ? `, for these operations: ${operations.join(', ')}` : '';
  return oneLine(`The request header whose key makes a second request harmless${which}.`);
}
