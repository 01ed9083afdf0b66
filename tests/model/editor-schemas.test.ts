import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { readContracts } from '../../src/cli/contracts.ts';
import { configEditorSchema, editorSchemas, errorsSchema, type SourceFile } from '../../src/index.ts';
import { withoutReleases } from '../helpers/checked.ts';
import { expectFile, ROOT } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { OURS } from '../helpers/registry.ts';

const FOLDER = join(ROOT, 'public/schema');
const schemas = editorSchemas();

function validatorOf(name: string): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(schemas[name] as object);
}

const validators = {
  api: validatorOf('api.schema.json'),
  approvals: validatorOf('approvals.schema.json'),
  baseline: validatorOf('baseline.schema.json'),
  domain: validatorOf('domain.schema.json'),
  guide: validatorOf('guide.schema.json'),
};

function kindOf({ path }: SourceFile): keyof typeof validators {
  if (path.endsWith('.mdx')) return 'guide';
  const [name] = basename(path).split('.');
  return name === 'api' || name === 'approvals' || name === 'baseline' ? name : 'domain';
}

function dataOf({ path, text }: SourceFile): unknown {
  const data = path.endsWith('.mdx') ? present(text.split(/^---$/m)[1]) : text;
  return path.endsWith('.json') ? JSON.parse(data) : parse(data, { stringKeys: true });
}

const published = { ...schemas, 'config.schema.json': configEditorSchema(), 'errors.schema.json': errorsSchema() };

for (const [name, schema] of Object.entries(published)) {
  test(`${name} is served as it is made`, () => expectFile(join(FOLDER, name), JSON.stringify(schema, null, 2)));
}

test('nothing else is served beside them', () => {
  assert.deepEqual(readdirSync(FOLDER).sort(), Object.keys(published).sort());
});

test('every file of our registries fits its schema, by another reading than our own', async () => {
  const sources = withoutReleases(await readContracts(OURS));
  assert.ok(sources.length > 40);
  for (const source of sources) {
    const validate = validators[kindOf(source)];
    assert.ok(validate(dataOf(source)), `${source.path}: ${JSON.stringify(validate.errors, null, 2)}`);
  }
});

test('every valid fixture of the rules fits its schema too', async () => {
  const rules = join(ROOT, 'tests/load/rules');
  for (const rule of readdirSync(rules)) {
    for (const source of await readContracts(join(rules, rule, 'valid'))) {
      // files for people, images, and releases, which nobody writes by hand
      if (source.path.endsWith('.md') || /\/(?:images|releases)\//.test(source.path)) continue;
      const validate = validators[kindOf(source)];
      assert.ok(validate(dataOf(source)), `${rule}: ${source.path}: ${JSON.stringify(validate.errors)}`);
    }
  }
});

test('what has the wrong shape is refused in the editor as it is in a check', () => {
  const code = { status: 400, meaning: 'M.', remediation: 'R.', retry: 'never' };
  const refused: [keyof typeof validators, unknown][] = [
    ['domain', { title: 'T' }],
    ['domain', { title: 'T', codes: { A: { ...code, retry: 'maybe' } } }],
    ['domain', { title: 'T', codes: { A: { ...code, serverity: 'high' } } }],
    ['domain', { title: 'T', codes: { A: { ...code, status: [] } } }],
    ['domain', { title: 'T', codes: { A: { ...code, example: { code: 1 } } } }],
    ['domain', { title: 'T', codes: { A: { ...code, links: [{ title: 'T', href: 'javascript:alert(1)' }] } } }],
    ['domain', { title: 'T', codes: { A: { meaning: 'M.', remediation: 'R.', retry: 'never' } } }],
    ['domain', { title: 'T', defaults: { status: 400 }, codes: { A: { meaning: 'M.', remediation: 'R.' } } }],
    ['api', { title: 'T', summary: 'S.', domains: ['Not An Id'] }],
    ['api', { title: 'T', summary: 'S.', domains: ['a'], feedback: 'https://{code}.example/' }],
    ['api', { title: 'T', summary: 'S.', domains: ['a'], feedback: 'javascript:alert(1)' }],
    [
      'api',
      {
        title: 'T',
        summary: 'S.',
        domains: ['a'],
        envelope: { fields: [{ pointer: 'code', type: 'string', meaning: 'M.' }] },
      },
    ],
    ['guide', { title: 'T' }],
    ['approvals', { approvals: [{ rule: 'status-changed', code: 'A', until: '2026-12-31' }] }],
    ['approvals', { approvals: [{ rule: 'status-changed', code: 'A', reason: 'R.', until: 'soon' }] }],
  ];
  assert.ok(validators.domain({ title: 'T', codes: { A: code } }));
  const { status, retry, ...own } = code;
  assert.ok(validators.domain({ title: 'T', defaults: { status, retry }, codes: { A: own } }));
  for (const [kind, value] of refused) assert.equal(validators[kind](value), false, JSON.stringify(value));
});

test('every field of the format says what it is for, where an editor shows it', () => {
  const silent: string[] = [];
  const walk = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties = {}, ...rest } = schema as { properties?: Record<string, { description?: string }> };
    for (const [name, property] of Object.entries(properties)) {
      if (!property.description) silent.push(`${path}/${name}`);
      walk(property, `${path}/${name}`);
    }
    for (const [name, inner] of Object.entries(rest)) walk(inner, `${path}/${name}`);
  };
  for (const [name, schema] of Object.entries(published)) walk(schema, name);
  assert.deepEqual(silent, []);
});
