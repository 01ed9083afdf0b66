import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../helpers/fixture.ts';

const RESOLUTIONS: ts.CompilerOptions[] = [
  { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
];

/** What the compiler says, under strict settings, of files in a folder and of Errorbook's declarations that they import. */
export function typeErrors(folder: string, names: readonly string[]): string[] {
  return RESOLUTIONS.flatMap((resolution) => {
    const program = ts.createProgram(
      names.map((name) => join(folder, name)),
      {
        ...resolution,
        strict: true,
        noEmit: true,
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2024.d.ts'],
        types: ['node'],
        typeRoots: [join(ROOT, 'node_modules/@types')],
      },
    );
    const own = program
      .getSourceFiles()
      .filter(({ fileName }) => names.some((name) => fileName.endsWith(name)) || /\/errorbook\/lib\//.test(fileName));
    return own
      .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}
