import { CODES_PATH } from '../model/addresses.ts';
import { carriesCode } from '../model/envelope/carried.ts';
import { withRole } from '../model/envelope/fields.ts';
import { tokensOf } from '../model/envelope/pointer.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api } from '../model/registry.ts';
import type { Field, Json, Role } from '../model/schema/field.ts';
import type { Retry } from '../model/schema/retry.ts';
import { TRANSIENT_4XX } from '../model/unknown-codes.ts';
import type { Links } from './artifact.ts';
import type { EnvelopeBranches } from './branches.ts';
import { hasHiddenCodes } from './code-places.ts';
import { idempotencyText } from './known.ts';
import { docComment, literal, memberName, stringLiteral } from './typescript-text.ts';

/** A union of more types, such as one for each body, is one that compilers refuse (TS2590). */
export const MOST_IN_UNION = 300;

/** Whether bodies of whatever namespace have a shape, and not those of one alone. */
export function isWide({ namespace }: EnvelopeBranches): boolean {
  return namespace === undefined;
}

/** A retry policy as the module's tables have it, with the delay in milliseconds. */
export function retryEntry({ policy, delay, attempts }: Retry): { [name: string]: Json } {
  return {
    policy,
    ...(delay !== undefined && { delayMs: Math.round(delay * 1000) }),
    ...(attempts !== undefined && { attempts }),
  };
}

/** What the functions of the module read: policies by code, and where a body holds what. */
export function tables(api: Api, shapes: readonly EnvelopeBranches[], links: Links): string {
  const retries = api.codes
    .map(
      ({ code, retry, effect }) =>
        `  ${memberName(code)}: ${literal({ ...retryEntry(retry), ...(effect !== undefined && { effect }) })},\n`,
    )
    .join('');
  const fields = shapes.flatMap(({ envelope, branches }) => [
    ...envelope.fields,
    ...branches.flatMap(({ own }) => own),
  ]);
  return `const RETRIES: { readonly [Code in KnownErrorCode]: Retry } = {\n${retries}};

const UNKNOWN_CODES: Retry | undefined = ${api.unknownCodes?.retry ? literal(retryEntry(api.unknownCodes.retry)) : 'undefined'};
const TRANSIENT_4XX: readonly number[] = ${literal([...TRANSIENT_4XX])};

${docComment([idempotencyText(api.idempotency)])}export const IDEMPOTENCY_HEADER: string | undefined = ${api.idempotency ? stringLiteral(api.idempotency.header) : 'undefined'};

${hasHiddenCodes(api) ? '' : `const CODE_PATHS: readonly Path[] = ${paths(fields, 'code')};\n`}const RETRY_AFTER_PATHS: readonly Path[] = ${paths(fields, 'retryAfter')};

const SHAPES: readonly Shape[] = [${shapes.filter(isWide).map(shapeEntry).join(', ')}];

const DOCS = ${stringLiteral(`${links.api}${CODES_PATH}`)};
`;
}

function paths(fields: readonly Field[], role: Role): string {
  const pointers = new Set(withRole(fields, role).map(({ pointer }) => pointer));
  return literal([...pointers].map(tokensOf));
}

function shapeEntry({ envelope }: EnvelopeBranches): string {
  const fields = envelope.fields.filter(({ optional }) => !optional);
  const entries = fields.map(({ pointer, type, const: only }) => {
    const isScalar = only !== undefined && (typeof only !== 'object' || only === null);
    return `\n  ${literal([tokensOf(pointer), type, ...(isScalar ? [only] : [])])},`;
  });
  return `[${entries.join('')}\n]`;
}

/** The codes that no body carries, by message and status. */
export function messageTables(shapes: readonly EnvelopeBranches[]): string {
  const silent = shapes.filter(({ envelope }) => !carriesCode(envelope));
  const fields = silent.flatMap(({ envelope }) => envelope.fields);
  const entries = silent.flatMap(({ codes }) =>
    codes.flatMap((code) =>
      code.message === undefined
        ? []
        : [`  ${literal([code.code, code.message, allStatuses(code).map(({ status }) => String(status))])},\n`],
    ),
  );
  return `const STATUS_PATHS: readonly Path[] = ${paths(fields, 'status')};
const MESSAGE_PATHS: readonly Path[] = ${paths(fields, 'message')};

const MESSAGES: readonly (readonly [code: ${entries.length > MOST_IN_UNION ? 'string' : 'KnownErrorCode'}, message: string, statuses: readonly string[]])[] = [
${entries.join('')}];
`;
}
