import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverage } from '../../src/evidence/index.ts';
import { check } from '../../src/index.ts';
import { present } from '../helpers/present.ts';

const REGISTRY = `title: Rooms
codes:
  NOT_ALLOWED:
    status: 200
    meaning: A setting of the workspace prevents this.
    remediation: Ask an admin of the workspace.
    retry: never
    operations:
      - GET /v1/rooms
      - { operation: 'POST /v1/rooms/{id}/members', status: 403 }
      - { operation: rooms.close, status: [409, 410] }
      - { operation: Send a letter, status: 423 }
`;

const API = `title: Rooms API
summary: Chat rooms.
domains: [rooms]
envelope: { fields: [{ pointer: /error, type: string, role: code, meaning: Branch on it. }] }
`;

/** What is said of a specification whose operations return the code under these statuses, by method and path. */
function saidOf(operations: Record<string, { id?: string; status: string; shared?: boolean }>): string[] {
  const { registry } = check([
    { path: 'rooms/api.yaml', text: API },
    { path: 'rooms/rooms.yaml', text: REGISTRY },
  ]);
  const schema = { type: 'object', properties: { error: { const: 'NOT_ALLOWED' } } };
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, { id, status, shared }] of Object.entries(operations)) {
    const [method = '', path = ''] = name.split(' ');
    const media = shared ? { schema: { $ref: '#/components/schemas/error' } } : { example: { error: 'NOT_ALLOWED' } };
    const responses = { [status]: { content: { 'application/json': media } } };
    paths[path] = { ...paths[path], [method]: { ...(id !== undefined && { operationId: id }), responses } };
  }
  const text = JSON.stringify({ openapi: '3.1.0', paths, components: { schemas: { error: schema } } });
  const start = { line: 1, column: 1 };
  return coverage({
    api: present(registry?.apis[0]),
    internal: [],
    sources: [],
    spec: { path: 'openapi.json', text },
    placeOf: () => ({ file: 'rooms/rooms.yaml', start, end: start, frame: '' }),
  }).map(({ rule, message }) => `${rule}: ${message}`);
}

test('an operation with a status of its own is compared with that status, others with that of the code', () => {
  assert.deepEqual(saidOf({ 'get /rooms': { status: '200' }, 'post /rooms/{room}/members': { status: '403' } }), []);
  assert.deepEqual(saidOf({ 'post /v1/rooms/{room}/members': { status: '4XX' } }), []);
  assert.deepEqual(saidOf({ 'post /rooms/{room}/members': { status: '200' }, 'get /rooms': { status: '403' } }), [
    'status-mismatch: The specification lists `NOT_ALLOWED` under 200 for `POST /v1/rooms/{id}/members`, but the registry lists it under 403.',
    'status-mismatch: The specification lists `NOT_ALLOWED` under 403, but the registry lists it under 200 or 409 or 410 or 423.',
  ]);
});

test('an operation is known by its id or by the end of its path; of one that the specification does not have any may be meant', () => {
  assert.deepEqual(saidOf({ 'post /api/rooms.close': { status: '410' } }), []);
  assert.deepEqual(
    saidOf({ 'post /close': { id: 'rooms.close', status: '409' }, 'post /letters': { status: '423' } }),
    [],
  );
  assert.deepEqual(saidOf({ 'post /close': { id: 'rooms.close', status: '200' } }), [
    'status-mismatch: The specification lists `NOT_ALLOWED` under 200 for `rooms.close`, but the registry lists it under 409 or 410.',
  ]);
});

test('a schema that several operations share is compared for each of them', () => {
  const shared = true;
  assert.deepEqual(
    saidOf({ 'get /rooms': { status: '200', shared }, 'post /rooms/{id}/members': { status: '200', shared } }),
    [
      'status-mismatch: The specification lists `NOT_ALLOWED` under 200 for `POST /v1/rooms/{id}/members`, but the registry lists it under 403.',
    ],
  );
});
