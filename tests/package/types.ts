import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../helpers/fixture.ts';

/** Declarations that a program reads are checked once: that takes longer than all else. */
const RESOLUTIONS: ts.CompilerOptions[] = [
  { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, skipLibCheck: true },
];

/** What the compiler says, under strict settings, of files in a folder that import packages from there; declarations of the packages included. */
export function typeErrors(folder: string, names: readonly string[]): string[] {
  return RESOLUTIONS.flatMap((resolution) => {
    const options: ts.CompilerOptions = {
      ...resolution,
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2024.d.ts'],
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules/@types')],
    };
    const program = ts.createProgram(
      names.map((name) => join(folder, name)),
      options,
    );
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}
