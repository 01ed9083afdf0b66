import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusText } from '../../src/index.ts';

test('a status is shown with its title, and neither says what the other has said', () => {
  const shown = [
    [404, 'Not Found'],
    [299, ''],
    [404, '404 Not Found'],
    ['debugger', 'Debugger event'],
    ['debugger', 'debugger'],
    ['PUSH_REJECTED', 'Push rejected'],
    ['offline', 'Printer offline'],
    ['ok', 'Token broken'],
    ['4001', 'Session closed'],
    ['切断', '接続の切断'],
    ['—', 'A dash'],
  ].map(([status = '', title]) => statusText({ status, title: String(title) }));
  assert.deepEqual(shown, [
    '404 Not Found',
    '299',
    '404 Not Found',
    'Debugger event',
    'debugger',
    'Push rejected',
    'Printer offline',
    'ok Token broken',
    '4001 Session closed',
    '切断 接続の切断',
    '— A dash',
  ]);
});
