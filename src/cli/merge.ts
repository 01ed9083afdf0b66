import { resolve } from 'node:path';
import { hosts } from '../hosts/index.ts';
import { counted } from '../index.ts';
import type { Command } from './command.ts';
import { outFolder } from './configuration.ts';
import { type Hosting, nextSteps, writeHostFiles } from './hosting.ts';
import { EXIT, progress, UsageError } from './io.ts';
import { contractsFolder, shownPath } from './options.ts';
import { prepareOutput } from './output/prepare.ts';
import { isWithin } from './output/real-path.ts';
import { growFor } from './output/swap.ts';
import { type PartFolder, readFolder, refuseIncomplete } from './shard/folders.ts';
import { copyFiles, filesOfParts } from './shard/join.ts';
import type { Part } from './shard/part.ts';
import { calling } from './tool.ts';
import { workFolder } from './work-folder.ts';

export const merge: Command = {
  argument: 'DIR…',
  many: true,
  options: ['out', 'contracts', 'config'],
  async run(options, io, first, configuration, more = []) {
    if (first === undefined)
      throw new UsageError(`Name the folders of all parts, as in \`${calling('merge', 'part-1 part-2 --out dist')}\`.`);
    const out = outFolder(options, io, configuration);
    const paths = [first, ...more].map((path) => resolve(io.cwd, path));
    for (const path of paths) refuseOverlap(out, path, shownPath(path, io));
    prepareOutput(out, contractsFolder(options, io).path);
    const folders = paths.map((path) => readFolder(path, shownPath(path, io)));
    refuseIncomplete(folders);
    const files = filesOfParts(folders);
    const hosting = hostingOf(folders[0]?.part);

    const growing = growFor(out, workFolder());
    const done = progress(io, 'Merging');
    try {
      await copyFiles(files, growing.folder);
      await writeHostFiles(hosting, movesIn(folders), uncompressed(hosting, files), growing.folder);
      await growing.finish();
    } finally {
      done();
    }
    const pages = [...files.keys()].filter((file) => file.endsWith('.html')).length;
    io.out(`Merged ${counted(folders.length, 'part')} into ${shownPath(out, io)}: ${counted(pages, 'page')}.`);
    for (const step of nextSteps(hosting, out)) io.out(step);
    return EXIT.done;
  },
};

function refuseOverlap(out: string, path: string, shown: string): void {
  if (isWithin(out, path) || isWithin(path, out))
    throw new UsageError(`The output ${out} and the part ${shown} overlap; name another folder with --out.`);
}

/** For which hosts the parts were built; a whole site has the files of its hosts already. */
function hostingOf(part: Part | undefined): Hosting {
  const { hosts: names = [], precompressed = false, base = '/' } = part?.build ?? {};
  return { hosts: names.flatMap((name) => hosts[name] ?? []), precompressed, base };
}

function movesIn([first]: readonly PartFolder[]) {
  return first?.part?.moves ?? [];
}

/** The files without those that `--precompress` wrote beside them. */
function uncompressed({ precompressed }: Hosting, files: ReadonlyMap<string, PartFolder>): string[] {
  const isCompressed = (file: string) => /\.(?:br|gz)$/.test(file) && files.has(file.replace(/\.\w+$/, ''));
  return [...files.keys()].filter((file) => !precompressed || !isCompressed(file));
}
