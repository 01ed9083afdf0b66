import assert from 'node:assert/strict';
import { posix, sep, win32 } from 'node:path';
import { test } from 'node:test';
import { calling, installationOf } from '../../src/cli/tool.ts';

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

test('a command is named as a person calls it: by npx where the package is installed, as a script in a clone', () => {
  const installed = ['', 'team', 'node_modules', 'errorbook', ''].join(sep);
  assert.equal(calling('check', '--all', installed), 'npx errorbook check --all');
  assert.equal(calling('check', '', installed), 'npx errorbook check');
  assert.equal(calling('check', '--all', '/errorbook/'), 'npm run check -- --all');
  assert.equal(calling('check', '', '/errorbook/'), 'npm run check');
});
