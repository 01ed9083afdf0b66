import { extendedHooks, hookAdvice, hookScript } from './hooks.ts';
import type { Project } from './project.ts';
import { create, extend, leave, type Step } from './step.ts';

/** What becomes of the file that says what runs before each commit. */
export function hookStep(project: Project): Step {
  const { hooks, read } = project;
  if (!hooks) return leave('.git', 'is missing: without a repository there are no hooks');
  const { kind, file } = hooks;
  if (file === undefined) {
    return leave('.git/hooks', 'is not used: core.hooksPath names a folder outside of this repository');
  }
  const before = read(file);
  if (before?.includes('errors:check')) return leave(file, 'checks the registry already');
  if (before === undefined) {
    const about = `checks the registry before a commit${kind === 'git' ? ', in this clone' : ''}`;
    return { ...create(file, hookScript(project), about), isExecutable: true };
  }
  const text = extendedHooks(kind, before, project);
  return text === undefined
    ? leave(file, 'exists; add this:', hookAdvice(kind, project))
    : extend(file, text, 'checks the registry before a commit');
}
