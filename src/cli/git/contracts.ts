import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { SourceFile } from '../../index.ts';
import { readAll } from '../contracts.ts';
import { UsageError } from '../io.ts';
import { gitAnswer, gitText } from './run.ts';

/**
 * The files of a registry's folder as a checkout of a commit would have them; undefined where the commit has no such
 * folder. They are written into a temporary folder, with an index of their own, and read there; the repository's index
 * and work tree stay as they are. The folder must exist now.
 * Throws a {@link UsageError} where git fails, or where the folder was something else.
 */
export async function readContractsAt(folder: string, commit: string): Promise<SourceFile[] | undefined> {
  const prefix = (await gitText(folder, ['rev-parse', '--show-prefix'])).replace(/\/$/, '');
  const type = await gitAnswer(folder, ['cat-file', '-t', `${commit}:${prefix}`]);
  if (type === undefined) return undefined;
  if (type !== 'tree')
    throw new UsageError(`In ${commit.slice(0, 9)}, ${prefix} is a file or a link, not a folder; name another commit.`);
  const temporary = await mkdtemp(join(tmpdir(), 'errorbook-base-'));
  try {
    const env = { GIT_INDEX_FILE: join(temporary, 'index') };
    const output = join(temporary, 'files');
    await gitText(folder, ['read-tree', commit], { env });
    // in a folder below the top, `--all` means what is below that folder
    await gitText(folder, ['checkout-index', '--all', '--quiet', `--prefix=${output}${sep}`], { env });
    return await readAll(join(output, prefix));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
