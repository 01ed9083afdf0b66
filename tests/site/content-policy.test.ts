import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentPolicyOf, themeSnippetOf } from '../../src/site/theme-snippet.ts';
import { ROOT } from '../helpers/fixture.ts';

test('a page may load and run its own files and the one script in it, and the whole policy says so', () => {
  const hash = createHash('sha256').update(themeSnippetOf({})).digest('base64');
  assert.equal(
    contentPolicyOf({}),
    `default-src 'self';child-src 'none';font-src 'none';manifest-src 'none';media-src 'none';object-src 'none';script-src 'self' 'sha256-${hash}';worker-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';base-uri 'none';form-action 'self'`,
  );
});

test('the layout of every page carries the policy before anything that it loads', () => {
  const layout = readFileSync(join(ROOT, 'src/layouts/Whole.astro'), 'utf8');
  const policy = layout.indexOf('<meta http-equiv="content-security-policy" content={contentPolicy} />');
  const loads = [...layout.matchAll(/<(?:script|link|style)\b/g)].map(({ index }) => index);
  assert.ok(policy > 0);
  assert.ok(loads.length > 0);
  assert.deepEqual(
    loads.filter((at) => at < policy),
    [],
  );
});
