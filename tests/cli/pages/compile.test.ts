import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileProgram } from '../../../src/cli/pages/compile.ts';
import { NO_SETTINGS } from '../../../src/shared/settings.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

test('what is wrong in a guide is said by the process that asked for the program, too', () =>
  inTemporaryFolder(async (folder) => {
    const source = {
      place: { base: '/', address: undefined },
      settings: NO_SETTINGS,
      registry: { guideBodies: { 'accounts/limits': 'A guide with an open {brace.' } },
      preview: undefined,
    };
    const failed = async (isLarge: boolean) => {
      const error = await compileProgram(source, join(folder, String(isLarge)), isLarge).catch((it: unknown) => it);
      assert.ok(error instanceof Error);
      return error.message;
    };
    const here = await failed(false);
    assert.match(here, /limits/);
    assert.equal(await failed(true), here);
  }));
