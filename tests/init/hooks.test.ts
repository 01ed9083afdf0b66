import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Hooks, type Project, planOf, type Step } from '../../src/init/index.ts';
import { present } from '../helpers/present.ts';
import { projectWith } from './setup.ts';

/** What becomes of the file with the hooks. */
function hookStep(hooks: Hooks | undefined, before?: string, more: Partial<Project> = {}): Step {
  const files = before === undefined || hooks?.file === undefined ? {} : { [hooks.file]: before };
  const project = projectWith(files, { ...more, hooks });
  return present(planOf({ api: undefined, ci: 'none', hook: true }, project).at(-1));
}

const GIT: Hooks = { kind: 'git', file: '.git/hooks/pre-commit' };
const LINE = 'git diff --cached --quiet -- contracts || npm run errors:check';

test('a hook of git or husky is a new script; one that exists is left, with the line to add', () => {
  const text = `#!/bin/sh\n# Checks the error registry if the commit changes it.\n${LINE}\n`;
  for (const hooks of [GIT, { kind: 'husky', file: '.husky/pre-commit' } as const]) {
    const step = hookStep(hooks);
    assert.deepEqual([step.action, step.text, step.isExecutable], ['create', text, true]);
    const left = hookStep(hooks, '#!/bin/sh\nmake lint\n');
    assert.deepEqual([left.action, left.text, left.advice], ['leave', undefined, LINE]);
    assert.equal(hookStep(hooks, text).about, 'checks the registry already');
  }
  const below = hookStep({ kind: 'git', file: '../../.git/hooks/pre-commit' }, undefined, { below: "a b/it's" });
  assert.match(present(below.text), /\n\(cd 'a b\/it'\\''s' && \{ git diff .*; \}\)\n$/);
});

test('without a repository, or with hooks for every repository of the machine, none is written', () => {
  assert.equal(hookStep(undefined).action, 'leave');
  assert.equal(hookStep({ kind: 'git', file: undefined }).action, 'leave');
});

test('Lefthook gets a command, and keeps its file otherwise', () => {
  const hooks: Hooks = { kind: 'lefthook', file: 'lefthook.yml' };
  const before = '# ours\npre-commit:\n  parallel: true\n  commands:\n    lint:\n      run: make   lint # quick\n';
  assert.equal(
    hookStep(hooks, before).text,
    `${before}    errorbook:\n      glob: contracts/**\n      run: npm run errors:check\n`,
  );
  assert.match(present(hookStep(hooks, before, { below: 'desk' }).text), /\n {6}root: desk\/\n/);
  const nested = hookStep(hooks, 'pre-commit:\n    parallel: true\npre-push:\n    skip: true').text;
  assert.match(
    present(nested),
    /^pre-commit:\n {4}parallel: true\n {4}commands:\n {6}errorbook:\n.*\npre-push:\n {4}skip: true$/s,
  );
  const folded = hookStep(hooks, 'pre-commit: { commands: {} }\n');
  assert.equal(folded.action, 'leave');
  assert.match(present(folded.advice), /^pre-commit:\n {2}commands:\n {4}errorbook:\n/);
});

test('pre-commit gets a local hook, and keeps its file otherwise', () => {
  const hooks: Hooks = { kind: 'pre-commit', file: '.pre-commit-config.yaml' };
  const before = 'repos:\r\n- repo: https://example.com/a\r\n  rev: v1\r\n  hooks:\r\n  - id: a\r\n';
  const lines = [
    '- repo: local',
    '  hooks:',
    '    - id: errorbook',
    '      name: Error registry',
    '      entry: npm run errors:check',
    '      language: system',
    '      files: ^contracts/',
    '      pass_filenames: false',
    '',
  ];
  assert.equal(hookStep(hooks, before).text, before + lines.join('\r\n'));
  const below = present(hookStep(hooks, before, { below: 'a (b)', manager: 'pnpm' }).text);
  assert.match(below, /entry: "?sh -c 'cd '\\+''a \(b\)'\\+'' && pnpm run errors:check'/);
  assert.match(below, /files: \^a \\\(b\\\)\/contracts\//);
  assert.equal(hookStep(hooks, below).action, 'leave');
});
