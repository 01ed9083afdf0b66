import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { z } from 'zod';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { ALWAYS, CACHING, EXPECTED } from './answers.ts';
import { siteFor } from './site.ts';

// Netlify's own readers of these files, and its own matching of paths; what it sends where no rule does, its docs say

for (const base of ['/', '/pr-7/']) {
  test(`by Netlify's rules every file under ${base} gets its headers`, () =>
    inTemporaryFolder(async (folder) => {
      await siteFor('netlify', base, folder);
      const { headers, errors } = await parseAllHeaders({
        headersFiles: [join(folder, '_headers')],
        configHeaders: [],
        minimal: false,
      });
      assert.deepEqual(errors, []);
      for (const { path, status = 200, type, cache = 'asked again', open = false } of EXPECTED) {
        if (status !== 200) continue;
        const matching = headers.filter(
          (rule) => 'forRegExp' in rule && rule.forRegExp.test(`${base}${path.split('?')[0]}`),
        );
        const pairs = matching.flatMap(({ values }) => Object.entries(values));
        const names = pairs.map(([name]) => name.toLowerCase());
        assert.equal(new Set(names).size, names.length, `${path}: each header comes from one rule`);
        const sent = new Map(pairs.map(([name, value]) => [name.toLowerCase(), value]));
        for (const [name, value] of Object.entries(ALWAYS)) assert.equal(sent.get(name), value, path);
        assert.equal(sent.get('cache-control'), cache === 'asked again' ? undefined : CACHING[cache], path);
        if (open) assert.equal(sent.get('access-control-allow-origin'), '*', path);
        const named = /\.(?:ts|py|go)$/.test(path) ? type : undefined;
        assert.equal(sent.get('content-type'), named, path);
      }
    }));

  test(`by Netlify's rules aliases under ${base} redirect, and unknown addresses get the page of this path`, () =>
    inTemporaryFolder(async (folder) => {
      await siteFor('netlify', base, folder);
      const { redirects, errors } = await parseAllRedirects({
        redirectsFiles: [join(folder, '_redirects')],
        configRedirects: [],
        minimal: true,
      });
      assert.deepEqual(errors, []);
      const [alias, ...others] = redirects.map((it) => REDIRECT.parse(it));
      const moved = { from: `${base}desk/errors/CLOSED_DESK/`, to: `${base}desk/errors/DESK_CLOSED/` };
      assert.deepEqual(alias, { ...moved, status: 301, force: true });
      // at the root, Netlify takes /404.html by itself
      const unknown = { from: `${base}*`, to: `${base}404.html`, status: 404, force: false };
      assert.deepEqual(others, base === '/' ? [] : [unknown]);
    }));
}

const REDIRECT = z.object({ from: z.string(), to: z.string(), status: z.number(), force: z.boolean().default(false) });
