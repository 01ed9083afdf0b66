import type { Path, References } from '../../load/index.ts';
import { isObject } from '../source.ts';

/** A part of a specification, and where it is. */
export interface Part {
  value: unknown;
  path: Path;
}

/** A response body: the schema that describes it, or an example of it with what is said about that. */
export interface Body {
  kind: 'schema' | 'example';
  part: Part;
  mediaType: string;
  /** The example object (OpenAPI 3.1, section 4.8.19), which may have a summary and a description. */
  about?: Part;
}

/** A response of an operation. */
export interface Response {
  /** As OpenAPI writes it: `404`, `4XX` or `default`. */
  status: string;
  /** The operation, such as `GET /v1/parcels`. */
  operation: string;
  part: Part;
  bodies: Body[];
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);

/** The operations of an OpenAPI 3 document, with their names. */
export function operationsOf(refs: References): { name: string; part: Part }[] {
  return ['paths', 'webhooks'].flatMap((group) =>
    [...refs.named(...refs.at(refs.root, [], group))].flatMap(([address, [item, itemPath]]) =>
      [...refs.named(item, itemPath)]
        .filter(([method]) => METHODS.has(method))
        .map(([method, [value, path]]) => ({ name: `${method.toUpperCase()} ${address}`, part: { value, path } })),
    ),
  );
}

/** The responses of an OpenAPI 3 document. */
export function responsesOf(refs: References): Response[] {
  return operationsOf(refs).flatMap(({ name, part }) =>
    [...refs.named(...refs.at(part.value, part.path, 'responses'))].map(([status, [value, path]]): Response => {
      const bodies = [...refs.named(...refs.at(value, path, 'content'))].flatMap(([mediaType, [media, at]]) =>
        bodiesOf(refs, { value: media, path: at }, mediaType),
      );
      return { status, operation: name, part: { value, path }, bodies };
    }),
  );
}

function bodiesOf(refs: References, media: Part, mediaType: string): Body[] {
  const [schema, schemaPath] = refs.at(media.value, media.path, 'schema');
  const [example, examplePath] = refs.at(media.value, media.path, 'example');
  const named = refs.members(...refs.at(media.value, media.path, 'examples')).map(([about, path]): Body => {
    const [value, at] = refs.at(about, path, 'value');
    return { kind: 'example', part: { value, path: at }, mediaType, about: { value: about, path } };
  });
  return [
    ...(isObject(schema) ? [{ kind: 'schema' as const, part: { value: schema, path: schemaPath }, mediaType }] : []),
    ...(isObject(example)
      ? [{ kind: 'example' as const, part: { value: example, path: examplePath }, mediaType }]
      : []),
    ...named.filter(({ part }) => isObject(part.value)),
  ];
}

/** True for a response that reports an error whatever its body says. */
export function isError(status: string): boolean {
  return status === 'default' || /^[45]/.test(status);
}
