import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileProgram } from '../../../src/cli/pages/compile.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

test('what the process that compiles can’t do is said by the one that asked it to', () =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    await assert.rejects(compileProgram(join(folder, 'file/program')), /ENOTDIR.*program/);
  }));
