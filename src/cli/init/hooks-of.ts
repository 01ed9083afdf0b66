import { join, relative, resolve, sep } from 'node:path';
import type { Hooks } from '../../init/index.ts';
import { gitAnswer } from '../git/run.ts';
import { infoOf, isWithin, nearestExisting } from '../output/real-path.ts';

const LEFTHOOK = ['lefthook.yml', '.lefthook.yml', 'lefthook.yaml', '.lefthook.yaml'];

/** Where a repository keeps its hooks: the program that it uses for them, or git's own folder. */
export async function hooksOf(folder: string, below: string): Promise<Hooks | undefined> {
  const root = resolve(folder, ...(below === '' ? [] : below.split('/').map(() => '..')));
  const from = (path: string) => relative(folder, path).split(sep).join('/');
  const husky = [folder, root].map((it) => join(it, '.husky')).find((it) => infoOf(it)?.isDirectory());
  if (husky !== undefined) return { kind: 'husky', file: from(join(husky, 'pre-commit')) };
  const lefthook = LEFTHOOK.map((name) => join(root, name)).find((it) => infoOf(it));
  if (lefthook !== undefined) return { kind: 'lefthook', file: from(lefthook) };
  const shared = join(root, '.pre-commit-config.yaml');
  if (infoOf(shared)) return { kind: 'pre-commit', file: from(shared) };
  const own = await gitAnswer(folder, ['rev-parse', '--git-path', 'hooks']);
  const common = await gitAnswer(folder, ['rev-parse', '--git-common-dir']);
  if (own === undefined || common === undefined) return undefined;
  // a folder that git's configuration names may serve all repositories of this machine
  const hooks = resolve(folder, own);
  const isOurs = [root, resolve(folder, common)].some((it) => isWithin(nearestExisting(hooks), it));
  return { kind: 'git', file: isOurs ? from(join(hooks, 'pre-commit')) : undefined };
}
