import { resolve } from 'node:path';
import { counted } from '../browser.ts';
import { agreementOf } from './agreement.ts';
import { builtSite } from './built-site.ts';
import type { Command } from './command.ts';
import type { Options, TextFlag } from './flags.ts';
import { commitToBranch, type Entry, type Top, topOf, writeBlob, writeFolder } from './git/branch.ts';
import { AS_IT_IS, publishedIn } from './git/published.ts';
import { PREVIEW, shownTarget, TARGET_OPTIONS, targetOf, without } from './git/target.ts';
import { githubApi } from './github/api.ts';
import { setOutput } from './github/output.ts';
import { readPull } from './github/pulls.ts';
import { EXIT, UsageError } from './io.ts';
import { commitOption, folderOption } from './options.ts';
import { PREVIEW_LIMITS, SITE_LIMITS } from './site-files.ts';

export const publish: Command = {
  options: ['dir', 'under', 'sha', 'remove', 'check', ...TARGET_OPTIONS],
  async run(options, io) {
    const remove = previewOption(options, 'remove');
    const under = previewOption(options, 'under');
    const isCurrent = whileOpen(options, under);
    const folder = resolve(io.cwd, folderOption(options, 'dir') ?? 'dist');
    const limits = under === undefined ? SITE_LIMITS : PREVIEW_LIMITS;
    if (options.check) {
      const { files } = await builtSite(folder, limits);
      io.out(`The ${counted(files.length, 'file')} in ${folder} may be published.`);
      return EXIT.done;
    }
    const target = await targetOf(options, io);
    const where = shownTarget(target);
    const mayPush = agreementOf(options, io, target);
    if (remove !== undefined) {
      const change = async (top: Top) => {
        await publishedIn(target, top);
        return without(top, remove);
      };
      const outcome = await commitToBranch(target, `Remove ${remove}`, change, mayPush);
      if (outcome === 'pushed') io.out(`Removed ${remove} from ${where}.`);
      if (outcome === 'unchanged') io.out(`${where} has no ${remove}, so there is nothing to remove.`);
      return EXIT.done;
    }
    const { files, isPreview } = await builtSite(folder, limits);
    if (isPreview && under === undefined)
      throw new UsageError(
        `The folder ${folder} is a preview, with changes marked; publish it with --under pr-N, or build the site.`,
      );
    const site = await writeSite(target.repository, folder, files);
    const empty: Entry = { mode: '100644', type: 'blob', object: await writeBlob(target.repository, '') };
    let stale: string | undefined;
    const change = async (top: Top) => {
      const kept = await publishedIn(target, top);
      // asked right before each push, because a preview of a closed pull request would stay
      stale = await isCurrent();
      if (stale !== undefined) return top;
      const next =
        under === undefined ? atRoot(top, kept, site.top) : new Map([...top, [under, folderEntry(site.tree)]]);
      return next.has(AS_IT_IS) ? next : new Map([...next, [AS_IT_IS, empty]]);
    };
    const outcome = await commitToBranch(target, `Publish ${under ?? 'the site'}`, change, mayPush);
    await setOutput('published', String(stale === undefined && outcome !== 'held'));
    if (stale !== undefined) io.out(`${stale} Nothing was published.`);
    else if (outcome === 'pushed')
      io.out(`Published ${counted(files.length, 'file')}${under ? ` under ${under}` : ''} to ${where}.`);
    else if (outcome === 'unchanged') io.out(`${where} is already up to date: ${counted(files.length, 'file')}.`);
    return EXIT.done;
  },
};

function previewOption(options: Options, name: TextFlag): string | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (PREVIEW.test(String(value))) return String(value);
  throw new UsageError(`--${name} takes the name of a preview such as pr-7, not \`${value}\`.`);
}

/** Asks GitHub whether the preview may still be published; the answer is a sentence that says why not. */
function whileOpen(options: Options, under: string | undefined): () => Promise<string | undefined> {
  if (options.sha === undefined) return async () => undefined;
  if (under === undefined)
    throw new UsageError('--sha needs --under with the preview of a pull request, such as --under pr-7.');
  const sha = commitOption(options, 'sha');
  const api = githubApi(process.env);
  const number = Number(under.slice('pr-'.length));
  return async () => {
    const pull = await readPull(api, number);
    if (pull?.state !== 'open') return `Pull request ${number} is not open.`;
    return pull.sha === sha ? undefined : `Pull request ${number} has newer commits.`;
  };
}

interface Site {
  tree: string;
  top: Top;
}

async function writeSite(repository: string, folder: string, files: readonly string[]): Promise<Site> {
  const tree = await writeFolder(repository, folder, files);
  return { tree, top: await topOf(repository, tree) };
}

/** A publication at the root leaves previews, the domain and hidden files as they are. */
function atRoot(top: Top, kept: ReadonlySet<string>, site: Top): Top {
  const taken = [...site.keys()].find((name) => PREVIEW.test(name));
  if (taken !== undefined)
    throw new UsageError(
      `The site has ${taken} at its root, where a preview would go. Rename the API, then build again.`,
    );
  return new Map([...[...top].filter(([name]) => kept.has(name)), ...site]);
}

function folderEntry(tree: string): Entry {
  return { mode: '040000', type: 'tree', object: tree };
}
