import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { test } from 'node:test';
import { installationOf } from '../../src/cli/tool.ts';

test('an installation is the outermost folder of packages, with the separators of either system', () => {
  const folders = [
    '/home/a/team/node_modules/errorbook/',
    '/home/a/team/node_modules/.pnpm/errorbook@1.0.0/node_modules/errorbook/',
    '/home/a/errorbook/',
  ];
  assert.deepEqual(
    folders.map((it) => installationOf(it, posix)),
    ['/home/a/team/node_modules', '/home/a/team/node_modules', undefined],
  );
  const onWindows = folders.map((it) => `C:${it.replaceAll('/', '\\')}`);
  assert.deepEqual(
    onWindows.map((it) => installationOf(it, win32)),
    ['C:\\home\\a\\team\\node_modules', 'C:\\home\\a\\team\\node_modules', undefined],
  );
});
