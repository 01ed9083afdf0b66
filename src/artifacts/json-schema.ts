import { below } from '../model/envelope/pointer.ts';
import type { BodySchema } from '../model/envelope/schema.ts';
import type { Api } from '../model/registry.ts';
import { type ApiArtifact, jsonText } from './artifact.ts';
import { type EnvelopeBranches, envelopeBranches } from './branches.ts';

/** The bodies of an API's errors: one branch for each code, closed where its envelope is, and an open one for codes that nobody lists yet. */
export const jsonSchema: ApiArtifact = {
  id: 'json-schema',
  path: 'envelope.schema.json',
  mediaType: 'application/json',
  summary: 'JSON Schema (2020-12) of the error bodies, with a branch for each code.',
  make(api, links) {
    const definitions = definitionsOf(api);
    return jsonText({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${links.api}envelope.schema.json`,
      title: `Error bodies of ${api.title}`,
      ...anyOf(Object.keys(definitions), '#/$defs'),
      $defs: definitions,
    });
  },
};

/** Every branch under its name: `code.{key}`, and `unknown.{envelope}`. */
export function definitionsOf(api: Api): Record<string, BodySchema> {
  const shapes = envelopeBranches(api);
  return Object.fromEntries([
    ...shapes.flatMap(({ branches }) =>
      branches.map(({ code, key, schema }) => [
        codeName(key),
        { title: code.code, description: code.meaning, ...schema },
      ]),
    ),
    ...shapes.map((shape) => [unknownName(shape), { description: UNKNOWN, ...shape.unknown }]),
  ]);
}

/** The name of a code's branch. */
export function codeName(key: string): string {
  return `code.${key}`;
}

/** The name of the branch for codes that an envelope may carry later. */
export function unknownName({ name }: Pick<EnvelopeBranches, 'name'>): string {
  return `unknown.${name}`;
}

/** One of the schemas with these names; without a name, nothing fits, for the API sends no bodies. */
export function anyOf(names: readonly string[], pointer: string): Record<string, unknown> {
  return names.length === 0 ? { not: {} } : { anyOf: names.map((name) => ({ $ref: below(pointer, name) })) };
}

const UNKNOWN = 'A body that these docs do not list yet: with another code, and perhaps with more fields.';
