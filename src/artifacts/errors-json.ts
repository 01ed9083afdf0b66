import { API_FILES } from '../model/addresses.ts';
import { examplesOf } from '../model/envelope/of-code.ts';
import type { Api, Code } from '../model/registry.ts';
import { type ApiArtifact, apiAddress, jsonItem, jsonTextWithList, type Links } from './artifact.ts';
import { making } from './code-parts.ts';

/** All that the registry says of an API and its codes, in a format with a version; its schema is `errors.schema.json`. */
export const errorsJson: ApiArtifact = {
  id: 'json',
  path: API_FILES.json,
  mediaType: 'application/json',
  summary: 'The whole registry, as JSON.',
  make(api, links, _runtimes, partOf = making) {
    const { codes, guides: _guides, images: _images, releases: _releases, ...more } = api;
    const { retryLabels: _labels, file: _file, ...about } = more;
    const document = {
      $schema: schemaAddress(links),
      format: 'errorbook/1',
      ...about,
      versions: about.versions.map(({ api: id, version }) => ({ api: id, version })),
    };
    const items = codes.map((code) => partOf(api, code, () => jsonItem(codeValue(api, code, links))));
    return jsonTextWithList(document, 'codes', items);
  },
};

/** One schema for all APIs, at the root of the site. */
function schemaAddress(links: Links): string {
  return `${apiAddress(links, 'schema')}errors.schema.json`;
}

/** What `errors.json` says of one code. */
export function codeValue(api: Api, code: Code, links: Links): Record<string, unknown> {
  // a line would change with every comment above it
  const { address: _address, examples: _examples, line: _line, ...said } = code;
  const url = links.code(code.code);
  const aliases = code.aliases.map(({ address: _, ...alias }) => alias);
  return {
    ...said,
    aliases,
    url,
    examples: examplesOf(api, code, url).map(({ name, response }) => ({ name, ...response })),
  };
}
