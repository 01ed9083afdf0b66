import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { filesBelow } from '../../src/cli/files-below.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { ALWAYS, CACHING, EXPECTED } from './answers.ts';
import { siteFor } from './site.ts';

/** The filters of `aws s3 sync` apply in order, and the last that matches decides (AWS CLI, “Use of Exclude and Include Filters”). */
function isUploaded(args: readonly string[], file: string): boolean {
  let included = true;
  args.forEach((arg, i) => {
    if (arg !== '--include' && arg !== '--exclude') return;
    const glob = args[i + 1] ?? '';
    if (new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(file)) included = arg === '--include';
  });
  return included;
}

const after = (args: readonly string[], name: string) => args[args.indexOf(name) + 1];

for (const base of ['/', '/pr-7/']) {
  test(`the script uploads each file once under ${base}, with its type and caching, and deletes nothing`, () =>
    inTemporaryFolder(async (folder) => {
      const site = join(folder, 'site');
      await siteFor('s3', base, site);
      await mkdir(join(folder, 'bin'));
      await writeFile(
        join(folder, 'bin/aws'),
        `#!/bin/sh\nprintf '%s\\t' "$@" >> "${folder}/calls"\necho >> "${folder}/calls"\n`,
      );
      await chmod(join(folder, 'bin/aws'), 0o755);
      const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
      execFileSync('sh', [join(site, 's3-upload.sh'), 'errors'], { env, cwd: folder });
      const calls = readFileSync(join(folder, 'calls'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('\t').filter(Boolean));
      for (const call of calls) assert.deepEqual(call.slice(0, 4), ['s3', 'sync', '.', `s3://errors${base}`]);
      assert.ok(!calls.flat().includes('--delete'));
      const uploads = (file: string) => calls.filter((call) => isUploaded(call, file));
      for (const { path, status = 200, type, cache = 'asked again' } of EXPECTED) {
        const file = (path.split('?')[0] ?? '').replace(/(^|\/)$/, '$1index.html');
        if (status !== 200 || !filesBelow(site).includes(file)) continue;
        const [call = [], ...others] = uploads(file);
        assert.deepEqual(others, [], file);
        assert.deepEqual([after(call, '--content-type'), after(call, '--cache-control')], [type, CACHING[cache]], file);
      }
      for (const file of ['s3-upload.sh', 'cloudfront-headers.json', '.errorbook'])
        assert.deepEqual(uploads(file), [], file);
    }));
}

const POLICY = z.strictObject({
  Name: z.string(),
  SecurityHeadersConfig: z.strictObject({
    ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), Override: z.boolean() }),
    ContentTypeOptions: z.strictObject({ Override: z.boolean() }),
    ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override: z.boolean() }),
  }),
  CustomHeadersConfig: z.strictObject({
    Quantity: z.number(),
    Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), Override: z.boolean() })),
  }),
});

test('the policy of CloudFront sets the headers of every response', () =>
  inTemporaryFolder(async (folder) => {
    await siteFor('s3', '/', folder);
    const text = await readFile(join(folder, 'cloudfront-headers.json'), 'utf8');
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = POLICY.parse(JSON.parse(text));
    assert.equal(custom.Quantity, custom.Items.length);
    const sent = {
      'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
    };
    assert.deepEqual(sent, ALWAYS);
  }));
