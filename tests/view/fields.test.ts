import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { readContracts } from '../../src/cli/contracts.ts';
import { type Api, type Code, check, documentTexts, editorSchemas } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { EXEMPTIONS, RENDERINGS, type Rendering, UNPUBLISHED } from './exemptions.ts';
import { type Renderings, renderingsOf } from './renderings.ts';

const CONTRACTS = join(import.meta.dirname, 'every-field');

let api: Api;
let renderings: Renderings;

before(async () => {
  api = await plant();
  await inTemporaryFolder(async (folder) => {
    const earlier = join(folder, 'earlier');
    cpSync(CONTRACTS, earlier, { recursive: true });
    for (const { id } of api.domains) {
      const file = join(earlier, 'plant', `${id}.yaml`);
      writeFileSync(file, inEarlierWords(readFileSync(file, 'utf8')));
    }
    renderings = await renderingsOf(CONTRACTS, earlier, join(folder, 'site'), api);
  });
});

test('every field of a code is in every rendering, or in the list of exemptions with a reason', () => {
  const missing = new Set<string>();
  const needed = new Set<string>();
  for (const code of api.codes) {
    for (const leaf of leavesOf(code)) {
      const [field, value] = leaf;
      for (const rendering of RENDERINGS) {
        if (isShown(renderings, rendering, code, shownAs(rendering, api, code, leaf))) continue;
        const isExempt = EXEMPTIONS.some((it) => it.fields.includes(field) && it.of.includes(rendering));
        if (isExempt) needed.add(`${field} in ${rendering}`);
        else missing.add(`${field} in ${rendering}: ${JSON.stringify(value)}`);
      }
    }
  }
  assert.deepEqual([...missing].sort(), []);
  const exempt = EXEMPTIONS.flatMap(({ fields, of }) =>
    fields.flatMap((field) => of.map((rendering) => `${field} in ${rendering}`)),
  );
  assert.deepEqual(exempt.sort(), [...needed].sort(), 'exemptions that are no longer needed');
});

test('a preview marks what differs in every section, on its side', () => {
  const [, before = '', after = ''] = (renderings.sides.MARKER_LEAF ?? '').split('class="side"');
  const marked = (html: string, tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map(([, text]) => text);
  assert.deepEqual(marked(before, 'del'), EARLIER);
  assert.deepEqual(
    marked(after, 'ins'),
    EARLIER.map((word) => word?.replace('earlier', 'marker').replace('Earlier', 'Marker')),
  );
  assert.deepEqual([marked(before, 'ins'), marked(after, 'del')], [[], []]);
});

test('the fixture has every field that the schema of a code has', async () => {
  const schema = editorSchemas()['domain.schema.json'];
  assert.ok(isObject(schema) && isObject(schema.properties));
  const codes = schema.properties.codes;
  assert.ok(isObject(codes));
  const expected = keysOf(codes.additionalProperties, schema, '').filter((key) => !Object.hasOwn(UNPUBLISHED, key));
  assert.ok(expected.length > 40, `${expected.length} fields`);
  const written = (await readContracts(CONTRACTS)).map(({ text }) => text).join('\n');
  const missing = expected.filter((key) => !new RegExp(`\\b${key.split('.').at(-1)}:`).test(written));
  assert.deepEqual(missing, []);
  const resolved = new Set(
    (await plant()).codes.flatMap((code) => leavesOf(code).map(([field]) => present(field.split('.')[0]))),
  );
  assert.deepEqual(
    // the spelling of these three in the file differs from that of the resolved code
    expected
      .map((key) => present(key.split('.')[0]))
      .filter((key) => !['status', 'example'].includes(key) && !resolved.has(key)),
    [],
  );
});

/** The words that the state before has in the place of others, in the order of the page. */
const EARLIER = [
  'Earlier', // reason for the spelling
  'Earlier', // reason for the deprecation
  'Earlier', // meaning
  'earlier', // step
  'Earlier', // reason to wait
  'earlier', // cause
  'Earlier', // meaning of the header
  'Earlier', // meaning of the plain field
  'Earlier', // meaning of the operation
  'Earlier', // title of the link
];

function inEarlierWords(yaml: string): string {
  return yaml
    .replace(
      /\bMarker (?=reason for the (?:spelling|deprecation)|reason to wait|meaning of the (?:leaf|root|seed|header|plain|operation|bulb)|title of the link)/g,
      'Earlier ',
    )
    .replace(/\bmarker(?=-(?:step-one|cause))/g, 'earlier');
}

async function plant(): Promise<Api> {
  const { registry, diagnostics } = check(await readContracts(CONTRACTS));
  const api = registry?.apis[0];
  assert.ok(api, JSON.stringify(diagnostics));
  return api;
}

type Leaf = [field: string, value: string | number | true];

/** Every value in a code with the names of the fields above it; names that the registry chooses are values. */
function leavesOf(code: Code): Leaf[] {
  const walk = (value: unknown, field: string): Leaf[] => {
    if (value === undefined || value === false || value === '') return [];
    if (Array.isArray(value)) return value.flatMap((item) => walk(item, field));
    if (field === 'headers' || field === 'examples.overrides') {
      assert.ok(isObject(value));
      return Object.entries(value).flatMap(([name, it]): Leaf[] => [
        ...(field === 'headers' ? [[`${field} (name)`, name] as Leaf] : []),
        ...walk(it, field === 'headers' ? 'headers.' : 'examples.overrides.'),
      ]);
    }
    if (isObject(value)) {
      const above = field === '' || field.endsWith('.') ? field : `${field}.`;
      return Object.entries(value).flatMap(([key, it]) => walk(it, above + key));
    }
    assert.ok(typeof value === 'string' || typeof value === 'number' || value === true, `${field}: ${value}`);
    return [[field.replace(/^examples\.overrides\..*$/, 'examples.overrides').replace(/\.$/, ''), value]];
  };
  return walk(code, '');
}

/** What a reader sees of a value: itself, or the label of a choice. */
function shownAs(rendering: Rendering, api: Api, code: Code, [field, value]: Leaf): string {
  const { retry, faults, code: t, table } = documentTexts;
  const labels: Record<string, () => string | undefined> = {
    'retry.policy': () => retry[code.retry.policy].label,
    'operations.retry.policy': () => retry.refetch.label,
    'operations.retry.delay': () => `We suggest waiting about ${value} seconds before you read the state`,
    'operations.retry.attempts': () => `and making at most ${value} attempts in total.`,
    'operations.statuses.family': () => '409 Conflict',
    'retry.delay': () => `We suggest waiting about ${value} seconds before the first retry`,
    'retry.attempts': () => `and making at most ${value} attempts in total.`,
    fault: () => faults[code.fault],
    // a rejected request that isn't retried unchanged: the policy says all there is to know
    effect: () =>
      code.effect === 'none' && code.retry.policy === 'never'
        ? retry.never.label
        : code.effect &&
          { none: 'was not carried out', unknown: 'may have been carried out', done: 'was carried out' }[code.effect],
    severity: () => documentTexts.severities[code.severity ?? 'error'],
    reserved: () => (rendering === 'decoder' ? documentTexts.lifecycle.reserved : t.reservedNote),
    unverified: () => {
      if (rendering === 'decoder') return documentTexts.api.unverified;
      return value === 'message' ? t.unverifiedExample(['status', 'message']) : t.unverified;
    },
    domain: () => api.domains.find(({ id }) => id === value)?.title,
    'statuses.family': () => String(code.statuses[0]?.status),
    'fields.optional': () => `boolean, ${table.optional}`,
    'fields.items.const': () => table.always(String(value)),
    'fields.items.pointer': () => `/…${value}`,
    line: () => `#L${value}`,
    file: () => `${String(value).slice(api.id.length + 1)}#L`,
  };
  return labels[field]?.() ?? String(value);
}

function isShown(renderings: Renderings, rendering: Rendering, { code }: Code, text: string): boolean {
  const plain = (it: string) => it.replaceAll(/[`\s]+/g, ' ');
  return plain(renderings[rendering][code] ?? '').includes(plain(text));
}

/** The keys of a JSON Schema with those above them, however deep; what refers to a schema above it ends there. */
function keysOf(
  schema: unknown,
  root: Record<string, unknown>,
  above: string,
  seen: readonly unknown[] = [],
): string[] {
  if (!isObject(schema)) return [];
  if (typeof schema.$ref === 'string') {
    const target = schema.$ref
      .split('/')
      .slice(1)
      .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), root);
    return seen.includes(target) ? [] : keysOf(target, root, above, [...seen, target]);
  }
  const own = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  const inside = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return [
    ...own.flatMap(([key, it]) => [above + key, ...keysOf(it, root, `${above}${key}.`, seen)]),
    ...[...inside, schema.items, schema.additionalProperties].flatMap((it) => keysOf(it, root, above, seen)),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
