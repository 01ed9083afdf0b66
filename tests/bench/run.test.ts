import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { API, editOne, writeRegistry } from '../../src/bench/generate.ts';
import { RunError, run, runNode } from '../../src/bench/run.ts';
import { node, ROOT } from '../helpers/command.ts';
import { filesIn } from '../helpers/files.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

test('a program with threads reports once what it used, and one that fails says what it wrote', () =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'threads.mjs');
    writeFileSync(
      file,
      "import { isMainThread, Worker } from 'node:worker_threads';\nif (isMainThread) new Worker(new URL(import.meta.url));\n",
    );
    const { seconds, cpuSeconds, peakBytes } = await runNode([file]);
    assert.ok(seconds > 0 && cpuSeconds > 0 && peakBytes > 1_000_000);
    await assert.rejects(
      run(process.execPath, ['-e', "console.error('no space'); process.exit(3)"], folder),
      (error) => error instanceof RunError && /ended with status 3:\nno space\n$/.test(error.message),
    );
  }));

test('an edit changes one code of a generated registry, and the next changes it back', () =>
  inTemporaryFolder(async (folder) => {
    await writeRegistry(folder, 60);
    const files = await filesIn(folder);
    const texts = () => files.map((file) => readFileSync(join(folder, file), 'utf8'));
    const before = texts();
    await editOne(folder);
    const linesBefore = before.flatMap((text) => text.split('\n'));
    const changed = texts()
      .flatMap((text) => text.split('\n'))
      .filter((line, index) => line !== linesBefore[index]);
    assert.equal(changed.length, 1);
    assert.match(changed[0] ?? '', /^ +"meaning": ".* Nothing was changed\."/);
    await editOne(folder);
    assert.deepEqual(texts(), before);
  }));

test('parsing alone takes every generated file, and no file of another shape', () =>
  inTemporaryFolder(async (folder) => {
    await writeRegistry(folder, 120);
    const bare = () => node([join(ROOT, 'src/bench/bare.ts'), join(folder, API)], folder).ended;
    assert.deepEqual(await bare(), { status: 0, signal: null, out: '', err: '' });
    writeFileSync(join(folder, API, 'area-0001.json'), '{"title": 1}');
    const { status, err } = await bare();
    assert.equal(status, 1);
    assert.match(err, /ZodError/);
  }));
