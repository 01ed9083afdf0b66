import { lstatSync, mkdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The path without links. Of a path that doesn't exist yet, the one that it would have: links above it, and a link that
 * leads to nothing, are followed too. Throws the system's error for a circle of links or a name that is too long.
 */
export function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const parent = dirname(path);
  if (parent === path) return path;
  const info = unlessMissing(() => lstatSync(path));
  return info?.isSymbolicLink()
    ? realOf(resolve(realOf(parent), readlinkSync(path)))
    : join(realOf(parent), basename(path));
}

/**
 * Creates a folder and those above it. Node's own recursive way never returns where the system lets nothing be created
 * and says that something is missing, as below /proc.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    // another process may have been first
    if (infoOf(path)?.isDirectory()) return;
    if (!isMissing(error) || infoOf(dirname(path))?.isDirectory()) throw error;
    makeFolder(dirname(path));
    makeFolder(path);
  }
}

/** The folder or file that is there, and nearest above a path; the path itself if it exists. */
export function nearestExisting(path: string): string {
  return infoOf(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

/**
 * True if `path` is `folder` or inside it, however both are spelled: folders are compared as the disk knows them, so
 * links, mounts and disks that ignore case make no difference. False if `folder` doesn't exist.
 */
export function isWithin(path: string, folder: string): boolean {
  const wanted = identityOf(folder);
  if (wanted === undefined) return false;
  for (let at = realOf(path); ; at = dirname(at)) {
    if (identityOf(at) === wanted) return true;
    if (dirname(at) === at) return false;
  }
}

/** Like `statSync`, and undefined for what is missing, also below a file. */
export function infoOf(path: string): Stats | undefined {
  return unlessMissing(() => statSync(path));
}

function unlessMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** What the disk knows a folder by; some network drives number nothing, and there it is the path. */
function identityOf(path: string): string | undefined {
  const info = unlessMissing(() => statSync(path, { bigint: true }));
  return info && (info.ino === 0n ? realpathSync.native(path) : `${info.dev}:${info.ino}`);
}

/** True for what the system says of a path that leads to nothing. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
