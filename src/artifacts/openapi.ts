import { examplesOf } from '../model/envelope/of-code.ts';
import { isHttpStatus } from '../model/http.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api, Code, Status } from '../model/registry.ts';
import { type ApiArtifact, jsonText, type Links } from './artifact.ts';
import { type Branch, componentName, type EnvelopeBranches, envelopeBranches } from './branches.ts';
import { uniqueNames } from './identifiers.ts';
import { anyOf, bodyNames, definitionsOf, knownName, unknownName } from './json-schema.ts';
import { httpStatuses } from './known.ts';
import { asSent } from './openapi-formats.ts';

/** Components to be referred to from the API's own description: a schema for each shape of bodies, a response for each status. */
export const openApi: ApiArtifact = {
  id: 'openapi',
  path: 'openapi.json',
  mediaType: 'application/json',
  summary: 'OpenAPI 3.1 components: a schema for each shape of bodies, and a response for each HTTP status.',
  make(api, links) {
    const byStatus = Map.groupBy(
      api.codes.flatMap((code) => httpStatuses(code).map((status) => ({ code, status }))),
      ({ status }) => status,
    );
    const statuses = api.statuses.flatMap((status) => {
      const sent = isHttpStatus(status.status) ? byStatus.get(status.status) : undefined;
      return sent ? [{ status, codes: sent.map(({ code }) => code) }] : [];
    });
    const shapes = envelopeBranches(api, (code) =>
      httpStatuses(code)
        .toSorted((a, b) => a - b)
        .join('-'),
    );
    return jsonText({
      openapi: '3.1.1',
      info: {
        title: `Errors of ${api.title}`,
        description: api.summary,
        version: api.version ?? 'unversioned',
        ...(isAddress(links.api) && { 'x-docs': links.api }),
      },
      ...(api.baseUrl !== undefined && { servers: [{ url: api.baseUrl }] }),
      components: {
        schemas: { error: anyOf(bodyNames(shapes), SCHEMAS), ...asSent(definitionsOf(shapes, SCHEMAS), shapes) },
        responses: Object.fromEntries(
          statuses.map(({ status, codes }) => [
            `status.${status.status}`,
            responseOf(api, codes, shapes, status, links),
          ]),
        ),
      },
    });
  },
};

const SCHEMAS = '#/components/schemas';

function isAddress(text: string): boolean {
  return /^https?:/.test(text);
}

function responseOf(
  api: Api,
  codes: readonly Code[],
  shapes: readonly EnvelopeBranches[],
  status: Status,
  links: Links,
): Record<string, unknown> {
  const parts = shapes.flatMap((shape) => {
    // all codes of a branch have the same statuses here
    const branches = shape.branches.filter(({ codes: [code] }) =>
      allStatuses(code!).some((it) => it.status === status.status),
    );
    const rest = shapes.filter((it) => it.of === shape.of && it.others);
    return branches.length > 0 ? [{ shape, branches, rest }] : [];
  });
  const byMediaType = Map.groupBy(parts, ({ shape }) => shape.envelope.mediaType);
  const content = [...byMediaType].map(([type, those]) => [type, contentOf(api, codes, those, status, links)]);
  const headers = headersOf(codes, parts);
  return {
    description: status.meaning ?? (status.title || `Status ${status.status}`),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
    ...(content.length > 0 && { content: Object.fromEntries(content) }),
  };
}

/** An envelope with those of its branches that a status has. */
interface Part {
  shape: EnvelopeBranches;
  branches: Branch[];
  /** The shape of bodies in other namespaces. */
  rest: EnvelopeBranches[];
}

function contentOf(
  api: Api,
  codes: readonly Code[],
  parts: readonly Part[],
  status: Status,
  links: Links,
): Record<string, unknown> {
  const names = new Set(
    parts.flatMap(({ shape, branches, rest }) => [
      ...branches.map(knownName),
      unknownName(shape),
      ...rest.map(unknownName),
    ]),
  );
  const own = new Set(parts.flatMap(({ branches }) => branches.flatMap((it) => it.codes)));
  const shown = codes
    .filter((code) => own.has(code))
    .flatMap((code) =>
      examplesOf(api, code, links.code(code.code), status).map(({ name, response: { body, text } }) => ({
        key: componentName(code.code),
        example: {
          summary: name === '' ? (code.title ?? code.code) : name,
          description: code.meaning,
          value: text ?? body,
        },
      })),
    );
  const keys = uniqueNames(shown.map(({ key }) => key));
  const examples = shown.map(({ example }, i) => [keys[i]!, example]);
  return { schema: anyOf([...names], SCHEMAS), examples: Object.fromEntries(examples) };
}

/** Headers by name, whatever its case; Content-Type is not among them, for OpenAPI (4.8.17) says it otherwise. */
function headersOf(codes: readonly Code[], parts: readonly Part[]): [string, unknown][] {
  const found = new Map<string, [string, unknown]>([['content-type', ['', undefined]]]);
  const add = (name: string, meaning: string | undefined, example: string) => {
    const key = name.toLowerCase();
    if (found.has(key)) return;
    const description = meaning ?? (key === 'retry-after' ? RETRY_AFTER : undefined);
    found.set(key, [name, { ...(description && { description }), schema: { type: 'string' }, example }]);
  };
  for (const { headers } of codes)
    for (const [name, { value, meaning }] of Object.entries(headers)) add(name, meaning, value);
  for (const { shape } of parts)
    for (const [name, { meaning, example }] of Object.entries(shape.envelope.headers ?? {}))
      add(name, meaning, example);
  found.delete('content-type');
  return [...found.values()];
}

const RETRY_AFTER = 'How long to wait: whole seconds, or an HTTP date (RFC 9110, section 10.2.3).';
