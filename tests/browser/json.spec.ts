import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examplesOf } from '../../src/index.ts';
import { registryIn } from '../helpers/registry.ts';
import { SITE_NAMES, siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

for (const name of SITE_NAMES) {
  test(`errors.json of the site \`${name}\` holds all that the registry says, and the address of every page`, async () => {
    const { contracts, folder, base, site } = siteNamed(name);
    for (const api of (await registryIn(contracts)).apis) {
      const read = JSON.parse(await readFile(join(folder, api.id, 'errors.json'), 'utf8'));
      const { codes, file: _file, guides: _guides, images: _images, releases: _releases, ...about } = api;
      const versions = api.versions.map(({ changes: _, ...version }) => version);
      const $schema = `${site ?? ''}${base}schema/errors.schema.json`;
      expect({ ...read, codes: [] }).toEqual(asJson({ $schema, format: 'errorbook/1', ...about, versions, codes: [] }));
      expect(read.codes).toEqual(
        asJson(
          codes.map((code) => {
            const { address, examples: _examples, line: _line, ...said } = code;
            const url = `${site ?? ''}${base}${api.id}/errors/${address}/`;
            return {
              ...said,
              aliases: code.aliases.map(({ address: _, ...alias }) => alias),
              url,
              examples: examplesOf(api, code, url).map((it) => ({ name: it.name, ...it.response })),
            };
          }),
        ),
      );
      for (const { url } of read.codes as { url: string }[]) {
        const path = new URL(url, 'http://host.invalid').pathname.slice(base.length);
        expect(existsSync(join(folder, path, 'index.html')), url).toBe(true);
      }
    }
  });
}

/** As it comes back from JSON: without what is undefined. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
