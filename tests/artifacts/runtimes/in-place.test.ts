import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { embed } from '../../../src/artifacts/runtime.ts';
import { findCompiler } from '../../helpers/compilers.ts';
import { ROOT } from '../../helpers/fixture.ts';
import { registryIn } from '../../helpers/registry.ts';
import { artifact, linksOf, OFFLINE, ran, runtimes, workFolder } from '../programs.ts';

const FOLDER = join(ROOT, 'src/artifacts/runtimes');
const GO = ['types.go', 'functions.go', 'sample.go'];
const work = workFolder();
const [python3, mypy, go, gofmt] = (['python3', 'mypy', 'go', 'gofmt'] as const).map(findCompiler);

test('each sample is what the generator writes for the sample registry', async () => {
  const [api] = (await registryIn(join(import.meta.dirname, '../fixtures/sample'))).apis;
  assert.ok(api);
  const artifactOf = { typescript: 'typescript', python: 'python', go: 'go', 'handler.ts': 'handler' };
  const seen = Object.entries(runtimes).flatMap(([file, text]) => {
    const id = Object.entries(artifactOf).find(([folder]) => file.startsWith(folder))?.[1];
    assert.ok(id, `${file} belongs to no artifact`);
    const written = artifact(id).make(api, linksOf(api), runtimes);
    return [...text.matchAll(/ begin sample: (\w+)\n([\s\S]*?)^.* end sample$/gm)].map(([, name, sample = '']) => {
      assert.ok(written.includes(sample.trim()), `the sample \`${name}\` of ${file} is out of step with the generator`);
      return `${file} ${name}`;
    });
  });
  assert.equal(seen.length, 27, seen.join(', '));
});

test('no marker gets into an artifact, and a part without a sample is a mistake', () => {
  const files = {
    'a.py': 'one\n# begin left out\ntwo\n# end left out\n  # begin sample: x\n  three\n  # end sample\nfour $&\n',
  };
  assert.equal(embed(files, 'a.py', { x: '  $& 3' }), 'one\n  $& 3\nfour $&\n');
  assert.equal(embed(files, 'a.py', { x: '' }), 'one\nfour $&\n');
  assert.throws(() => embed(files, 'b.py'), /no runtime file b\.py/);
  assert.throws(() => embed(files, 'a.py'), /sample `x` of a\.py/);
  assert.throws(() => embed(files, 'a.py', { x: '', y: '' }), /no sample for y/);
});

if (python3) {
  test('the Python module does what its tests say', () => {
    const path = [join(FOLDER, 'python'), import.meta.dirname].join(process.platform === 'win32' ? ';' : ':');
    const env = { PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1' };
    // by itself, unittest reports on the error stream
    const runner = 'unittest.TextTestRunner(sys.stdout)';
    const run = `import sys, unittest; unittest.main("test_error_codes", argv=[""], testRunner=${runner})`;
    ran(python3, ['-W', 'error', '-c', run], work, env);
  });
}

if (mypy) {
  test('the Python module has strict types where it is', () => {
    const flags = ['--strict', '--python-version', '3.9', '--cache-dir', join(work, 'cache'), '--no-error-summary'];
    ran(mypy, [...flags, 'error_codes.py'], join(FOLDER, 'python'));
  });
}

if (gofmt) {
  test('the Go files are as gofmt writes them where they are', () => {
    assert.equal(ran(gofmt, ['-l', '-d', FOLDER, import.meta.dirname], work), '');
  });
}

if (go) {
  test('vet finds nothing in the Go files where they are', () => {
    ran(go, ['vet', ...GO], join(FOLDER, 'go'), OFFLINE);
  });

  test('the Go package does what its tests say', () => {
    for (const file of GO) copyFileSync(join(FOLDER, 'go', file), join(work, file));
    copyFileSync(join(import.meta.dirname, 'errorcodes_test.go'), join(work, 'errorcodes_test.go'));
    writeFileSync(join(work, 'go.mod'), 'module example.test/parcels\n\ngo 1.19\n');
    ran(go, ['test', '.'], work, OFFLINE);
  });
}
