import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Command } from './commands.ts';
import { commitToBranch, type Entry, type Target, type Top, topOf, writeBlob, writeFolder } from './git/branch.ts';
import { gitAnswer } from './git/run.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { folderOption } from './options.ts';

/** What a publication at the root leaves as it is: previews, and the file in which GitHub Pages keeps a domain. */
const KEPT = /^(?:pr-\d+|CNAME)$/;
const PREVIEW = /^pr-[1-9]\d*$/;
/** Tells GitHub Pages to serve the files as they are. */
const AS_IT_IS = '.nojekyll';

export const publish: Command = {
  summary:
    'Commits a built site into a branch and pushes it: at the root, which keeps previews, or --under pr-7; --remove pr-7 takes a preview away.',
  options: {
    dir: { type: 'string' },
    branch: { type: 'string' },
    under: { type: 'string' },
    remove: { type: 'string' },
    remote: { type: 'string' },
  },
  async run(options, io) {
    const target = await targetOf(options, io);
    const where = `\`${target.branch}\` of \`${target.remote}\``;
    const remove = previewOption(options.remove, 'remove');
    if (remove !== undefined) {
      const changed = await commitToBranch(target, `Remove ${remove}`, (top) => without(top, remove));
      io.out(changed ? `Removed ${remove} from ${where}.` : `There is no ${remove} in ${where}; nothing to remove.`);
      return EXIT.done;
    }
    const under = previewOption(options.under, 'under');
    const site = await writeSite(target.repository, resolve(io.cwd, folderOption(options, 'dir') ?? 'dist'));
    const empty: Entry = { mode: '100644', type: 'blob', object: await writeBlob(target.repository, '') };
    const subject = `Publish ${under ?? 'the site'}`;
    const changed = await commitToBranch(target, subject, (top) => {
      const next = under === undefined ? atRoot(top, site) : new Map([...top, [under, folderEntry(site.tree)]]);
      return next.has(AS_IT_IS) ? next : new Map([...next, [AS_IT_IS, empty]]);
    });
    const files = `${site.files.toLocaleString('en')} files`;
    io.out(
      changed
        ? `Published ${files}${under ? ` under ${under}` : ''} to ${where}.`
        : `${where} has these ${files} already.`,
    );
    return EXIT.done;
  },
};

async function targetOf(options: Record<string, string | boolean | undefined>, io: Io): Promise<Target> {
  const repository = await gitAnswer(io.cwd, ['rev-parse', '--show-toplevel']);
  if (!repository) throw new UsageError(`${io.cwd} lies in no git repository, so there is no branch to publish to.`);
  const target = {
    repository,
    remote: String(options.remote ?? 'origin'),
    branch: String(options.branch ?? 'gh-pages'),
  };
  if (target.remote === '' || target.remote.startsWith('-'))
    throw new UsageError(`--remote takes the name or address of a repository, not \`${target.remote}\`.`);
  if ((await gitAnswer(repository, ['check-ref-format', '--branch', target.branch])) !== target.branch)
    throw new UsageError(`--branch takes the name of a branch such as gh-pages, not \`${target.branch}\`.`);
  return target;
}

function previewOption(value: string | boolean | undefined, name: string): string | undefined {
  if (value === undefined) return undefined;
  if (PREVIEW.test(String(value))) return String(value);
  throw new UsageError(`--${name} takes the folder of a preview such as pr-7, not \`${value}\`.`);
}

interface Site {
  tree: string;
  top: Top;
  files: number;
}

async function writeSite(repository: string, folder: string): Promise<Site> {
  const files = await plainFiles(folder);
  const tree = await writeFolder(repository, folder, files);
  return { tree, top: await topOf(repository, tree), files: files.length };
}

/**
 * The files of a folder as paths with forward slashes. What a web server would not serve as a plain file is refused,
 * for the folder may come from a pull request: links, which could lead anywhere, and anything of git's own.
 */
async function plainFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) throw new UsageError(`There is no folder ${folder}; name the folder of a built site with --dir DIR.`);
  const files = entries.flatMap((entry) => plainFile(folder, entry)).sort();
  if (files.length === 0) throw new UsageError(`The folder ${folder} is empty; build the site first.`);
  return files;
}

function plainFile(folder: string, entry: Dirent): string[] {
  const path = relative(folder, resolve(entry.parentPath, entry.name)).split(sep).join('/');
  const refuse = (what: string) => {
    throw new UsageError(`${path} in ${folder} is ${what}, which is never published. Nothing was pushed.`);
  };
  if (/^\.git(?:$|[^a-z])/i.test(entry.name)) refuse('a file or folder of git');
  if (entry.isSymbolicLink()) refuse('a link');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f]/.test(path)) refuse('a file with a control character in its name');
  if (entry.isDirectory()) return [];
  if (!entry.isFile()) refuse('neither a file nor a folder');
  return [path];
}

function atRoot(top: Top, site: Site): Top {
  const taken = [...site.top.keys()].find((name) => PREVIEW.test(name));
  if (taken !== undefined)
    throw new UsageError(
      `The site has ${taken} at its root, where a preview would go. Rename the API, then build again.`,
    );
  return new Map([...[...top].filter(([name]) => KEPT.test(name)), ...site.top]);
}

function without(top: Top, name: string): Top {
  return new Map([...top].filter(([it]) => it !== name));
}

function folderEntry(tree: string): Entry {
  return { mode: '040000', type: 'tree', object: tree };
}
