import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decode } from '../../src/decode/index.ts';
import { expectFile } from '../helpers/fixture.ts';
import { outline } from './outline.ts';
import { index, NOW } from './setup.ts';

const folder = join(import.meta.dirname, 'cases');
const pastes = readdirSync(folder).filter((name) => name.endsWith('.paste.txt'));

assert.ok(pastes.length > 20);
for (const name of pastes) {
  test(`decodes ${name.replace('.paste.txt', '').replaceAll('-', ' ')}`, () => {
    const paste = readFileSync(join(folder, name), 'utf8');
    expectFile(join(folder, name.replace('.paste.', '.expected.')), outline(decode(paste, index, NOW)));
  });
}
