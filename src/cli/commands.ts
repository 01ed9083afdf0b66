import type { Command } from './command.ts';
import { MOCK_PORT, SITE_PORT } from './ports.ts';

/** A command before it is loaded. */
interface Listed {
  /** What it does, in a sentence. */
  summary: string;
  load(): Promise<Command>;
}

/**
 * Every command by name. One is loaded when it is called, because each needs other packages; those of workflows need none, so that
 * jobs with a token that may write do without `npm ci`, and no code of others runs beside that token.
 */
export const commands: Readonly<Record<string, Listed>> = {
  init: {
    summary: 'Sets up a registry in this folder, with a configuration, scripts and checks; overwrites nothing.',
    load: async () => (await import('./init.ts')).init,
  },
  check: {
    summary: 'Reports every problem in the registry, with its position and how to fix it.',
    load: async () => (await import('./check.ts')).check,
  },
  diff: {
    summary:
      'Shows what changed for callers since this branch left the default branch; fails on unapproved breaking changes.',
    load: async () => (await import('./diff.ts')).diff,
  },
  build: {
    summary: 'Checks the registry and builds its site; with errors, the previous output stays.',
    load: async () => (await import('./build.ts')).build,
  },
  merge: {
    summary: 'Combines the parts that `build --shard` wrote into one site: the same files as one build.',
    load: async () => (await import('./merge.ts')).merge,
  },
  start: {
    summary: `Builds the site and serves it at http://localhost:${SITE_PORT}.`,
    load: async () => (await import('./start.ts')).start,
  },
  dev: {
    summary: 'Serves the site while you edit; problems show in the page until they are fixed.',
    load: async () => (await import('./dev.ts')).dev,
  },
  generate: {
    summary: 'Writes a file derived from the registry, such as types or schemas; --list shows them all.',
    load: async () => (await import('./generate.ts')).generate,
  },
  mock: {
    summary: `Serves each code's example response at http://localhost:${MOCK_PORT}/{api}/{code}.`,
    load: async () => (await import('./mock.ts')).mock,
  },
  explain: {
    summary: 'Explains a code, or the response or log that is piped into it.',
    load: async () => (await import('./explain.ts')).explain,
  },
  coverage: {
    summary: 'Compares the codes of the registry with those in your source code and OpenAPI document.',
    load: async () => (await import('./coverage.ts')).coverage,
  },
  import: {
    summary: 'Imports the errors that other files list, such as an OpenAPI document, a table or source code.',
    load: async () => (await import('./import.ts')).importErrors,
  },
  release: {
    summary:
      'Records what changed since the last release of each API; `check` then keeps its codes from being deleted.',
    load: async () => (await import('./release.ts')).release,
  },
  preview: {
    summary: 'Builds the site with every change marked, before and after, and a report.md for a comment.',
    load: async () => (await import('./preview.ts')).preview,
  },
  publish: {
    summary: 'Commits a built site, or the preview of a pull request, into a branch and pushes it.',
    load: async () => (await import('./publish.ts')).publish,
  },
  sweep: {
    summary: 'Removes the previews of pull requests that are closed on GitHub.',
    load: async () => (await import('./sweep.ts')).sweep,
  },
  comment: {
    summary: 'Posts a file as a comment on a pull request on GitHub or GitLab, or updates that comment.',
    load: async () => (await import('./comment.ts')).comment,
  },
  'pull-request': {
    summary:
      'Finds the open pull request on GitHub whose last commit is given; in a workflow, its number becomes the output `number`.',
    load: async () => (await import('./pull-request.ts')).pullRequest,
  },
};
