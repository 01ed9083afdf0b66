import { type CiHost, githubWorkflow, gitlabJob, stageIn } from './ci.ts';
import { extendYaml } from './extend-yaml.ts';
import { atRoot, type Project } from './project.ts';
import { create, extend, leave, type Step } from './step.ts';

/** What becomes of the files that say what is checked in pull requests. */
export function ciSteps(host: CiHost, project: Project): Step[] {
  if (host === 'github') return [githubStep(project)];
  return host === 'gitlab' ? gitlabSteps(project) : [];
}

/** A name that tells the projects of one repository apart. */
function named(name: string, { below }: Project): string {
  return below === '' ? name : `${name}-${below.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}

function githubStep(project: Project): Step {
  const path = atRoot(project, `.github/workflows/${named('errors', project)}.yml`);
  if (project.read(path) !== undefined) return leave(path, 'exists');
  return create(path, githubWorkflow(project), 'checks pull requests');
}

function gitlabSteps(project: Project): Step[] {
  const pipeline = atRoot(project, '.gitlab-ci.yml');
  const before = project.read(pipeline);
  const name = `.gitlab/${named('errorbook', project)}.yml`;
  if (before === undefined && project.below === '') {
    return [create(pipeline, gitlabJob(project, 'test'), 'checks merge requests')];
  }
  if (before !== undefined && project.below === '' && before.includes('errorbook check')) {
    return [leave(pipeline, 'runs errorbook already')];
  }
  const path = atRoot(project, name);
  const job = gitlabJob(project, stageIn(before ?? ''));
  const isThere = project.read(path) !== undefined;
  return [
    isThere ? leave(path, 'exists') : create(path, job, 'checks merge requests'),
    includeStep(pipeline, before, name),
  ];
}

function includeStep(pipeline: string, before: string | undefined, name: string): Step {
  const line = `include:\n  - local: ${name}\n`;
  if (before === undefined) return create(pipeline, line, `includes ${name}`);
  if (before.includes(name)) return leave(pipeline, `includes ${name} already`);
  const text = extendYaml(before, ['include', '-'], { local: name });
  return text === undefined
    ? leave(pipeline, "can't be extended without other changes; add this:", line)
    : extend(pipeline, text, `includes ${name}`);
}
