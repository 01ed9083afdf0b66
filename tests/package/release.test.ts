import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../helpers/docs.ts';

const MANIFEST: { version: string; repository?: { url: string } } = JSON.parse(textOf('package.json'));
const TAG = process.env.GITHUB_REF_TYPE === 'tag' ? process.env.GITHUB_REF_NAME : undefined;

/** The versions of the changelog, the latest first, as `1.2.3 (2026-12-31)`; what is not released yet has no version. */
const VERSIONS = [...textOf('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);

test('the changelog has each version with its day, and first what is not released yet', () => {
  assert.ok(VERSIONS.length > 0);
  for (const [index, heading] of VERSIONS.entries()) {
    if (index > 0 || heading !== 'Unreleased') assert.match(heading, /^\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)$/);
  }
});

test('a tag is released only as the version that the manifest and the changelog name, from a known repository', () => {
  if (TAG === undefined) {
    assert.match(MANIFEST.version, /^\d+\.\d+\.\d+$/);
    return;
  }
  assert.equal(TAG, `v${MANIFEST.version}`);
  assert.ok(VERSIONS[0]?.startsWith(`${MANIFEST.version} (`), `CHANGELOG.md begins with ${VERSIONS[0]}`);
  assert.ok(MANIFEST.repository, 'npm publishes with provenance only if package.json names the repository');
});
