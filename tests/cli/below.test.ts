import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { test } from 'node:test';
import { below } from '../../src/cli/below.ts';

test('what is in a folder is found with the separators, the upper case and the disks of either system', () => {
  assert.equal(below('/a/contracts', '/a/contracts/x/api.yaml', posix), 'x/api.yaml');
  assert.equal(below('/a/contracts', '/a/contracts/..x', posix), '..x');
  assert.equal(below('/a/contracts', '/a/contracts', posix), '');
  for (const outside of ['/a', '/a/contracts-2/api.yaml', '/b']) {
    assert.equal(below('/a/contracts', outside, posix), undefined, outside);
  }
  assert.equal(below('C:\\a\\contracts', 'C:\\a\\contracts\\x\\api.yaml', win32), 'x\\api.yaml');
  assert.equal(below('C:\\a\\contracts', 'c:/A/contracts/x/api.yaml', win32), 'x\\api.yaml');
  for (const outside of ['C:\\a', 'D:\\a\\contracts\\x', 'C:\\a\\contracts-2\\x']) {
    assert.equal(below('C:\\a\\contracts', outside, win32), undefined, outside);
  }
});
