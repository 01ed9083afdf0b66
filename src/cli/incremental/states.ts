import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { oncePer } from '../../index.ts';
import { type Entry, entriesOf, filesBelow } from '../files-below.ts';

/** Paths in an output, each with what the disk said of it right after the build. */
export type States = readonly (readonly [path: string, state: string])[];

/** All files of an output in their order, and the folders below it. */
export interface TreeStates {
  files: States;
  /** The state is empty where it doesn't say for sure that nothing in the folder changed since. */
  folders: States;
}

/** Something in a folder; of a file in one that is as it was, also the state that the file had then. */
export interface ListedEntry extends Entry {
  state?: string;
}

/** Lists the folders below one, and notes their states. */
export interface TreeLister {
  list(folder: string): readonly ListedEntry[];
  folders: Map<string, string>;
}

/** A change may be followed by another one with the same time, so one that is this recent, in nanoseconds, says nothing for sure. */
const RECENT = 100_000_000n;
/** Neither do times in whole seconds, as some disks have them. */
const SECOND = 1_000_000_000n;

/**
 * What the disk says of a file: another text as soon as somebody has written to it, replaced it or changed its mode, also where its
 * time of change was set back. Undefined if there is no such file.
 */
export function stateOf(path: string): string | undefined {
  const info = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return info?.isFile() ? [info.dev, info.ino, info.size, info.mtimeNs, info.ctimeNs].join(' ') : undefined;
}

/** Whether two states are of one file, changed or not. */
export function isSameFile(one: string, other: string): boolean {
  const [device, number] = one.split(' ', 2);
  return other.startsWith(`${device} ${number} `);
}

/** Lists the folders below `root` as the disk does, but those that are as they were `before` without reading them. */
export function treeLister(root: string, before?: TreeStates): TreeLister {
  const states = new Map(before?.folders);
  const known = before && entriesByFolder(before);
  const folders = new Map<string, string>();
  return {
    folders,
    list(folder) {
      const path = folder.slice(root.length + 1);
      // before it is listed: a later change gives another state
      const state = folderState(folder);
      folders.set(path, state);
      return state !== '' && state === states.get(path) ? (known?.get(path) ?? []) : entriesOf(folder);
    },
  };
}

/** The states of all files and folders below one. `known` has those of some files. */
export function statesIn(root: string, lister: TreeLister, known: ReadonlyMap<string, string> = new Map()): TreeStates {
  const files = filesBelow(root, entriesOf(root), lister.list);
  return {
    files: files.map((path) => [path, known.get(path) ?? stateOf(join(root, path)) ?? '']),
    folders: [...lister.folders],
  };
}

function folderState(folder: string): string {
  const { dev, ino, mtimeNs, ctimeNs } = lstatSync(folder, { bigint: true });
  const isSure = ctimeNs % SECOND !== 0n && ctimeNs < BigInt(Date.now()) * 1_000_000n - RECENT;
  return isSure ? [dev, ino, mtimeNs, ctimeNs].join(' ') : '';
}

const entriesByFolder = oncePer(({ files, folders }: TreeStates): ReadonlyMap<string, ListedEntry[]> => {
  const found = new Map<string, ListedEntry[]>();
  const add = (path: string, isFolder: boolean, state?: string) => {
    const end = path.lastIndexOf('/');
    const above = path.slice(0, Math.max(end, 0));
    const entry = {
      name: path.slice(end + 1),
      isDirectory: isFolder ? YES : NO,
      ...(state !== undefined && { state }),
    };
    const there = found.get(above);
    if (there) there.push(entry);
    else found.set(above, [entry]);
  };
  for (const [path, state] of files) add(path, false, state);
  for (const [path] of folders) add(path, true);
  return found;
});

const YES = () => true;
const NO = () => false;
