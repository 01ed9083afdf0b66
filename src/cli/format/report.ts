import type { Checked, Diagnostic } from '../../registry/index.ts';

/** What a check found, with files named as the caller can open them. */
export interface Report {
  diagnostics: Diagnostic[];
  counts: Checked['counts'];
}

/** Puts the registry's folder, as the caller named it, before every file. */
export function reportOf({ diagnostics, counts }: Checked, folder: string): Report {
  const prefix = folder === '' || folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`;
  return {
    counts,
    diagnostics: diagnostics.map((diagnostic) => ({
      ...diagnostic,
      file: prefix + diagnostic.file,
      also: diagnostic.also.map((other) => ({ ...other, file: prefix + other.file })),
    })),
  };
}
