import type { Checked, Diagnostic } from '../../index.ts';

/** What a check found, with files named as the caller can open them. */
export interface Report {
  diagnostics: Diagnostic[];
  /** Unverified facts are counted by a check of the registry alone. */
  counts: Omit<Checked['counts'], 'unverified'> & Partial<Pick<Checked['counts'], 'unverified'>>;
}

/** Puts the registry's folder, as the caller named it, before every file. */
export function reportOf({ diagnostics, counts }: Checked, folder: string): Report {
  return {
    counts,
    diagnostics: diagnostics.map((diagnostic) => ({
      ...diagnostic,
      file: fileIn(folder, diagnostic.file),
      also: diagnostic.also.map((other) => ({ ...other, file: fileIn(folder, other.file) })),
    })),
  };
}

/** A file of the registry as the caller can open it; `folder` is the registry's, as they named it. */
export function fileIn(folder: string, file: string): string {
  return folder === '' || folder === '.' ? file : `${folder.replace(/\/+$/, '')}/${file}`;
}
