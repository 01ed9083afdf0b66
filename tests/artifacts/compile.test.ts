import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { ROOT } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { apisIn, everyApi, textOf } from './setup.ts';

/** The strictest that a caller may ask for, without the types of a browser or of Node. */
const STRICTEST: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  declaration: true,
  target: ts.ScriptTarget.ES2020,
  lib: ['lib.es2020.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
};

/** What the compiler says of files that stand only in memory. */
function compile(texts: ReadonlyMap<string, string>, options: ts.CompilerOptions): string[] {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, start, messageText }) =>
        `${file?.fileName}:${start} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

/** Our registries, hostile ones, and one whose codes share shapes. */
const every = async () => [...(await everyApi()), ...(await apisIn('tests/artifacts/fixtures/branches'))];

const virtual = (name: string) => join(ROOT, 'tests/artifacts', name);

test('the types of every registry compile under the strictest settings', async () => {
  const texts = (await every()).map((api): [string, string] => [virtual(`${api.id}.ts`), textOf('typescript', api)]);
  assert.deepEqual(compile(new Map(texts), STRICTEST), []);
});

test('the Zod schemas of every registry compile', async () => {
  const texts = (await every()).map((api): [string, string] => [virtual(`${api.id}.zod.ts`), textOf('zod', api)]);
  // the types of a schema can't be written down in its own file, which isolated declarations ask for
  assert.deepEqual(compile(new Map(texts), { ...STRICTEST, isolatedDeclarations: false, declaration: false }), []);
});

test('callers get the types that the registry promises, and mistakes are found', async () => {
  const api = present((await everyApi()).find(({ id }) => id === 'studio-gateway'));
  const use = `
    import { type ErrorBody, type ErrorCode, type ErrorDetails, hasErrorCode, isErrorBody, isKnownErrorCode } from './studio-gateway.ts';
    export const scope = (body: unknown): string => hasErrorCode(body, 'insufficient_scope') ? body.error.requiredScope : '';
    export const message = (body: unknown): string => isErrorBody(body) ? body.error.message : '';
    export const later: ErrorCode = 'a_new_code';
    export const details: ErrorDetails['insufficient_scope'] = { error: { requiredScope: 'x' } };
    export const known = (code: ErrorCode): 'not_found' | undefined => isKnownErrorCode(code) && code === 'not_found' ? code : undefined;
    // @ts-expect-error the code is misspelt
    export const misspelt = (body: unknown): boolean => hasErrorCode(body, 'insuficient_scope');
    // @ts-expect-error another code's field
    export const other = (body: ErrorBody<'not_found'>): string => body.error.requiredScope;
    // @ts-expect-error a number is no message
    export const wrong: ErrorBody<'internal'> = { error: { code: 'internal', message: 1, requestId: '' } };
  `;
  const texts = new Map([
    [virtual('studio-gateway.ts'), textOf('typescript', api)],
    [virtual('use.ts'), use],
  ]);
  const options = { ...STRICTEST, allowImportingTsExtensions: true };
  assert.deepEqual(compile(texts, options), []);
});
