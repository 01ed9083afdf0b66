import { fieldsOf, withRole } from '../model/envelope/fields.ts';
import { envelopeOf, examplesOf } from '../model/envelope/of-code.ts';
import { tokensOf, valueAt } from '../model/envelope/pointer.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Field, Json } from '../model/schema/field.ts';
import { type ApiArtifact, jsonText, type Links } from './artifact.ts';
import { uniqueNames } from './identifiers.ts';
import { httpStatuses } from './known.ts';

/** Each code as a problem type (RFC 9457): its URI is the address of its page, as section 4.1 asks. */
export const problemTypes: ApiArtifact = {
  id: 'problem-types',
  path: 'problem-types.json',
  mediaType: 'application/json',
  summary: 'Every code as a problem type (RFC 9457), with its example as application/problem+json.',
  make: (api, links) =>
    jsonText({
      format: 'errorbook-problem-types/1',
      api: { id: api.id, title: api.title },
      types: api.codes.map((code) => problemType(api, code, links)),
    }),
};

function problemType(api: Api, code: Code, links: Links): Record<string, unknown> {
  const type = links.code(code.code);
  const title = code.title ?? code.message ?? code.code;
  const statuses = httpStatuses(code);
  const [status] = statuses;
  return {
    type,
    title,
    code: code.code,
    ...(status !== undefined && { status }),
    ...(statuses.length > 1 && { statuses }),
    // without an HTTP status there is no response to show
    examples: status === undefined ? [] : examples(api, code, { type, title, status }, links),
  };
}

interface Problem {
  type: string;
  title: string;
  status: number;
}

/** The problem details of each example; a code without a body gets one of what its entry says. */
function examples(api: Api, code: Code, problem: Problem, links: Links): unknown[] {
  const envelope = envelopeOf(api, code);
  if (!envelope) return [{ name: '', headers: [CONTENT_TYPE], body: { ...problem, code: code.code } }];
  const fields = fieldsOf(envelope, code);
  return examplesOf(api, code, links.code(code.code)).map(({ name, response: { headers, body } }) => ({
    name,
    headers: [CONTENT_TYPE, ...headers.filter(([header]) => header.toLowerCase() !== 'content-type')],
    body: { ...problem, ...detailIn(fields, body), code: code.code, ...extensions(fields, body) },
  }));
}

const CONTENT_TYPE = ['Content-Type', 'application/problem+json'];

function detailIn(fields: readonly Field[], body: Json): { detail?: Json } {
  const message = withRole(fields, 'message')[0];
  const detail = message && valueAt(body, message.pointer);
  return typeof detail === 'string' ? { detail } : {};
}

/** Roles whose values have members of their own in problem details (RFC 9457, section 3.1), or say the same. */
const SAID = new Set<Field['role']>(['code', 'message', 'status', 'statusText', 'docsUrl']);

/** Names that are taken in problem details. */
const TAKEN = ['type', 'title', 'status', 'detail', 'instance', 'code'];

/** What else the body holds, as extension members (section 3.2), each under the last part of its pointer. */
function extensions(fields: readonly Field[], body: Json): Record<string, Json> {
  const present = fields.flatMap(({ pointer, role, const: only }) => {
    const isInner = fields.some((it) => it.pointer.startsWith(`${pointer}/`));
    if (isInner || SAID.has(role) || only !== undefined) return [];
    const value = valueAt(body, pointer);
    return value === undefined ? [] : [{ name: tokensOf(pointer).at(-1)!, value }];
  });
  const names = uniqueNames(
    present.map(({ name }) => name),
    TAKEN,
  );
  return Object.fromEntries(present.map(({ value }, i) => [names[i]!, value]));
}
