import { examplesOf } from '../envelope/of-code.ts';
import type { Api } from '../registry.ts';
import type { Artifact } from './artifact.ts';

/**
 * `errors.json`: all that the registry says of an API and its codes, for programs, in a format with a version.
 * `urlOf` gives the address of a code's page.
 */
export function errorsJson(api: Api, urlOf: (code: string) => string): Artifact {
  const { codes, guides: _guides, releases: _releases, ...about } = api;
  const value = {
    format: 'errorbook/1',
    ...about,
    codes: codes.map((code) => {
      const { address: _address, examples: _examples, ...said } = code;
      const url = urlOf(code.code);
      return {
        ...said,
        aliases: code.aliases.map(({ address: _, ...alias }) => alias),
        url,
        examples: examplesOf(api, code, url).map(({ name, response }) => ({ name, ...response })),
      };
    }),
  };
  return { path: 'errors.json', text: `${JSON.stringify(value, null, 2)}\n` };
}
