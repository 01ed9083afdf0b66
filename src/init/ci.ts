import { parse, stringify } from 'yaml';
import { MANAGERS, type ManagerName } from './packages.ts';
import { shellWord } from './shell.ts';

/** Where checks of pull requests run. */
export const CI_HOSTS = { github: 'GitHub Actions', gitlab: 'GitLab CI/CD', none: 'None' } as const;

export type CiHost = keyof typeof CI_HOSTS;

interface Job {
  /** The project's folder, from the root of the repository; empty for the root itself. */
  below: string;
  manager: ManagerName;
}

const yaml = (text: string) => stringify(text, { lineWidth: 0 }).trimEnd();

/** The workflow that checks pull requests: it may only read, and its actions are pinned to commits. */
export function githubWorkflow({ below, manager }: Job): string {
  const { prepare, ci, exec } = MANAGERS[manager];
  const group = ['errors', ...(below === '' ? [] : [below.replaceAll(/[^\w-]+/g, '-')])].join('-');
  return `\
# Reports problems in the error registry, and changes that break callers, on the lines of a pull request.
name: ${yaml(below === '' ? 'Errors' : `Errors in ${below}`)}

on:
  pull_request:

permissions:
  contents: read

concurrency:
  group: ${group}-\${{ github.ref }}
  cancel-in-progress: true
${below === '' ? '' : `\ndefaults:\n  run:\n    working-directory: ${yaml(below)}\n`}
jobs:
  errors:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          # the merge of the pull request into the target branch, and both parents of the merge
          fetch-depth: 2
          persist-credentials: false
      - uses: actions/setup-node@2028fbc5c25fe9cf00d9f06a71cc4710d4507903 # v6.0.0
        with:
          node-version: 24
          package-manager-cache: false
${prepare.map((command) => `      - run: ${command}\n`).join('')}      - run: ${ci}
      - name: Check the registry
        id: check
        run: ${exec} errorbook check --format github
      - name: Compare the registry with the target branch
        if: \${{ success() || steps.check.conclusion == 'failure' }}
        run: ${exec} errorbook diff --against HEAD^1 --format github
`;
}

/** The job that checks merge requests; \`stage\` is one that the pipeline has. */
export function gitlabJob({ below, manager }: Job, stage: string): string {
  const { prepare, ci, exec } = MANAGERS[manager];
  const report = 'gl-code-quality-report.json';
  const name = below === '' ? 'errors' : `errors ${below}`;
  const script = [
    ...(below === '' ? [] : [`cd ${shellWord(below)}`]),
    ...prepare,
    ci,
    `${exec} errorbook check --format gitlab > "$CI_PROJECT_DIR/${report}" || true`,
    `${exec} errorbook check`,
    'if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then ' +
      `${exec} errorbook diff --against "$CI_MERGE_REQUEST_DIFF_BASE_SHA"; fi`,
  ];
  return `\
# Reports problems in the error registry in merge requests, and fails on changes that break callers.
${yaml(name)}:
  stage: ${yaml(stage)}
  image: node:24
  timeout: 15 minutes
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    # the comparison needs the commit at which the branch began
    GIT_DEPTH: '0'
  script:
${script.map((line) => `    - ${yaml(line)}\n`).join('')}  artifacts:
    when: always
    expire_in: 1 week
    reports:
      codequality: ${report}
`;
}

/** A stage of a pipeline for checks: `test` if it has that, which it has unless it lists others. */
export function stageIn(pipeline: string): string {
  try {
    const { stages }: { stages?: unknown } = Object(parse(pipeline, { logLevel: 'silent' }));
    if (!Array.isArray(stages) || stages.includes('test')) return 'test';
    return stages.find((it) => typeof it === 'string') ?? 'test';
  } catch {
    return 'test';
  }
}
