import { examplesOf } from '../model/envelope/of-code.ts';
import { isHttpStatus } from '../model/http.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api, Code, Status } from '../model/registry.ts';
import { type ApiArtifact, jsonText, type Links } from './artifact.ts';
import { type Branch, type EnvelopeBranches, envelopeBranches } from './branches.ts';
import { uniqueNames } from './identifiers.ts';
import { anyOf, codeName, definitionsOf, unknownName } from './json-schema.ts';

/** Components to be referred to from the API's own description: a schema for each code, a response for each status. */
export const openApi: ApiArtifact = {
  id: 'openapi',
  path: 'openapi.json',
  mediaType: 'application/json',
  summary: 'OpenAPI 3.1 components: a schema for each code, and a response for each HTTP status.',
  make(api, links) {
    const statuses = api.statuses.filter(({ status }) => isHttpStatus(status) && codesWith(api, status).length > 0);
    const shapes = envelopeBranches(api);
    const schemas = definitionsOf(api);
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
        schemas: { error: anyOf(Object.keys(schemas), SCHEMAS), ...schemas },
        responses: Object.fromEntries(
          statuses.map((status) => [`status.${status.status}`, responseOf(api, shapes, status, links)]),
        ),
      },
    });
  },
};

const SCHEMAS = '#/components/schemas';

function isAddress(text: string): boolean {
  return /^https?:/.test(text);
}

function codesWith({ codes }: Api, status: Status['status']): Code[] {
  return codes.filter((code) => allStatuses(code).some((it) => it.status === status));
}

function responseOf(
  api: Api,
  shapes: readonly EnvelopeBranches[],
  status: Status,
  links: Links,
): Record<string, unknown> {
  const codes = codesWith(api, status.status);
  const parts = shapes.flatMap((shape) => {
    const branches = shape.branches.filter(({ code }) => codes.includes(code));
    return branches.length > 0 ? [{ shape, branches }] : [];
  });
  const byMediaType = Map.groupBy(parts, ({ shape }) => shape.envelope.mediaType);
  const content = [...byMediaType].map(([type, those]) => [type, contentOf(api, those, status, links)]);
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
}

function contentOf(api: Api, parts: readonly Part[], status: Status, links: Links): Record<string, unknown> {
  const names = parts.flatMap(({ shape, branches }) => [
    ...branches.map(({ key }) => codeName(key)),
    unknownName(shape),
  ]);
  const shown = parts.flatMap(({ branches }) =>
    branches.flatMap(({ code, key }) =>
      examplesOf(api, { ...code, statuses: [status] }, links.code(code.code)).map(({ name, response }) => ({
        key,
        example: { summary: name === '' ? (code.title ?? code.code) : name, value: response.body },
      })),
    ),
  );
  const keys = uniqueNames(shown.map(({ key }) => key));
  const examples = shown.map(({ example }, i) => [keys[i]!, example]);
  return { schema: anyOf(names, SCHEMAS), examples: Object.fromEntries(examples) };
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
