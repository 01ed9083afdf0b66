import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type typescript from 'typescript';
import { UsageError } from './io.ts';

/**
 * The TypeScript compiler that is installed for a folder, or with this program. Throws a {@link UsageError} where there is
 * none, or one whose parser programs can't use.
 */
export async function typescriptNear(folder: string): Promise<typeof typescript> {
  for (const from of [join(folder, 'package.json'), import.meta.filename]) {
    const found = await loaded(from);
    if (found) return found;
  }
  throw new UsageError(
    'Importing TypeScript needs its compiler, which is not installed: run `npm install -D typescript`.',
  );
}

async function loaded(from: string): Promise<typeof typescript | undefined> {
  try {
    const file = createRequire(from).resolve('typescript');
    const module: { default?: Partial<typeof typescript> } = await import(pathToFileURL(file).href);
    return isCompiler(module.default) ? module.default : undefined;
  } catch {
    return undefined;
  }
}

function isCompiler(module: Partial<typeof typescript> | undefined): module is typeof typescript {
  return typeof module?.createSourceFile === 'function';
}
