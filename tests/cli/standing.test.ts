import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { standing } from '../../src/cli/standing.ts';
import { ROOT } from '../helpers/fixture.ts';
import { SMALL } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

test('npm --prefix from another folder checks the registry of that folder, not the examples of the clone', () =>
  inTemporaryFolder(async (folder) => {
    const team = join(folder, 'équipe 1');
    await cp(SMALL, join(team, 'contracts'), { recursive: true });
    for (const more of [[], ['--', '--contracts', 'contracts']]) {
      const { INIT_CWD: _, ...env } = process.env;
      const { status, stdout } = spawnSync('npm', ['--prefix', ROOT, 'run', '-s', 'check', ...more], {
        cwd: team,
        env,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      assert.equal(status, 0, stdout);
      assert.match(stdout, /^5 files, 5 codes: 0 errors, 0 warnings\.$/m);
    }
  }));

test('only a script of the clone that npm was told to run from outside moves; any other command stays', () =>
  inTemporaryFolder(async (folder) => {
    const [tool, team] = [join(folder, 'errorbook'), join(folder, 'team')];
    await mkdir(join(tool, 'src'), { recursive: true });
    await mkdir(team);
    const from = (called: string | undefined, script: string | undefined, cwd = tool) =>
      standing({ cwd, command: 'check', tool, env: { INIT_CWD: called, npm_lifecycle_event: script } });
    assert.equal(from(team, 'check'), team);
    assert.equal(from(tool, 'check'), tool);
    assert.equal(from(join(tool, 'src'), 'check'), tool, 'npm runs scripts at the top of a project');
    assert.equal(from(team, 'test:unit'), tool, 'another script calls the command');
    assert.equal(from(undefined, undefined), tool);
    assert.equal(from(folder, 'check', team), team, "a team's own script runs where npm puts it");
  }));
