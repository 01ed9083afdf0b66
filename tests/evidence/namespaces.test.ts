import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverage } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { NAMESPACES, registryIn } from '../helpers/registry.ts';

const { apis } = await registryIn(NAMESPACES);
const place = { file: 'x', start: { line: 1, column: 1 }, end: { line: 1, column: 1 }, frame: '' };

/** What disagrees with an API: the rule and the code. */
function found(id: string, text: string, spec?: unknown): string[] {
  const api = present(apis.find((it) => it.id === id));
  const sources = [{ path: 'main.ts', text }];
  const placeOf = () => place;
  const file = spec === undefined ? undefined : { path: 'openapi.json', text: JSON.stringify(spec) };
  return coverage({ api, internal: [], sources, spec: file, placeOf }).map(
    ({ rule, message }) => `${rule} ${/`([^`]*)`/.exec(message)?.[1]}`,
  );
}

test('a program uses a code by what is sent, or by its name', () => {
  const all = ['NOT_FOUND', 'BUSY', 'account.MOVING'].map((code) => `fail('${code}');`).join('\n');
  assert.deepEqual(found('ledger', all), []);
  assert.deepEqual(found('ledger', "fail('NOT_FOUND'); fail('BUSY');"), ['unused-code account.MOVING']);
});

test('an OpenAPI document names a code with the member that is its namespace', () => {
  const all = ['UNKNOWN', 'BAD_ORDER', 'TOO_MANY_ROWS', 'REQUIRED'].map((code) => `fail('${code}');`).join('\n');
  const spec = (errorCode: unknown, status: string) => {
    const example = { error: { details: [{ errors: [{ errorCode }] }] } };
    return {
      openapi: '3.1.0',
      paths: { '/': { get: { responses: { [status]: { content: { json: { example } } } } } } },
    };
  };
  assert.deepEqual(found('adverts', all, spec({ fieldError: 'UNKNOWN' }, '400')), []);
  assert.deepEqual(found('adverts', all, spec({ fieldError: 'UNKNOWN' }, '404')), [
    'status-mismatch fieldError.UNKNOWN',
  ]);
  assert.deepEqual(found('adverts', all, spec({ fieldError: 'BAD_ORDER' }, '400')), [
    'unregistered-code fieldError.BAD_ORDER',
  ]);
});
