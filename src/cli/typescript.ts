import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from './io.ts';

/**
 * The TypeScript compiler that is installed for a folder, or with this program. Throws a {@link UsageError} where there is
 * none, or one whose parser programs can't use.
 */
export async function typescriptNear(folder: string): Promise<object> {
  for (const from of [join(folder, 'package.json'), import.meta.filename]) {
    const found = await loaded(from);
    if (found) return found;
  }
  throw new UsageError(
    'Importing TypeScript needs its compiler, which is not installed: run `npm install -D typescript`.',
  );
}

async function loaded(from: string): Promise<object | undefined> {
  try {
    const file = createRequire(from).resolve('typescript');
    const module: { default?: object } = await import(pathToFileURL(file).href);
    return module.default && 'createSourceFile' in module.default ? module.default : undefined;
  } catch {
    return undefined;
  }
}
