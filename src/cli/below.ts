import path, { type PlatformPath } from 'node:path';

/**
 * The path of something relative to a folder that holds it, at whatever depth: empty for the folder itself, undefined for
 * what is outside. Separators and upper case are taken as the system takes them; the disk is not asked.
 */
export function below(
  folder: string,
  file: string,
  { relative, isAbsolute, sep }: Pick<PlatformPath, 'relative' | 'isAbsolute' | 'sep'> = path,
): string | undefined {
  const found = relative(folder, file);
  return found === '..' || found.startsWith(`..${sep}`) || isAbsolute(found) ? undefined : found;
}
