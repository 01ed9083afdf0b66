import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Diagnostic } from '../../src/index.ts';
import { expectFile, ROOT, runIn } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** A registry of three APIs in YAML, JSON and MDX with forty mistakes, one of which breaks a file. */
const FOLDER = join(ROOT, 'tests/load/mistakes');

async function output(format: string): Promise<string> {
  // outside of a repository, from whose top some formats would name the files
  let text = '';
  await inTemporaryFolder(async (folder) => {
    cpSync(join(FOLDER, 'contracts'), join(folder, 'contracts'), { recursive: true });
    const { status, out, err } = await runIn(folder, ['check', '--format', format]);
    assert.deepEqual({ status, err }, { status: 1, err: '' });
    text = out;
  });
  return text;
}

/** What every format must say of a diagnostic. */
interface Fact {
  place: string;
  rule: string;
  level: string;
  message: string;
  fix: string;
}

const expected = ({ file, start, rule, level, message, fix }: Diagnostic): Fact => ({
  place: `${file}:${start.line}:${start.column}`,
  rule,
  level,
  message,
  fix,
});

async function facts(): Promise<Fact[]> {
  const { diagnostics } = JSON.parse(await output('json')) as { diagnostics: Diagnostic[] };
  return diagnostics.map(expected);
}

for (const [format, file] of [
  ['text', 'expected.txt'],
  ['json', 'expected.json'],
  ['github', 'expected.github.txt'],
  ['gitlab', 'expected.gitlab.json'],
  ['sarif', 'expected.sarif'],
] as const) {
  test(`forty mistakes as ${format}: the whole output`, async () => {
    expectFile(join(FOLDER, file), await output(format));
  });
}

test('all forty are found in one run, each in its own place', async () => {
  const found = await facts();
  assert.equal(found.length, 40);
  assert.equal(new Set(found.map(({ place, message }) => `${place} ${message}`)).size, 40);
  assert.ok(new Set(found.map(({ rule }) => rule)).size >= 20, 'of many kinds');
});

test('they come in the order of files, lines and columns', async () => {
  const { diagnostics } = JSON.parse(await output('json')) as { diagnostics: Diagnostic[] };
  const sorted = diagnostics.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.start.line - b.start.line ||
      a.start.column - b.start.column,
  );
  assert.deepEqual(diagnostics.map(expected), sorted.map(expected));
});

test('text carries the same facts', async () => {
  const out = await output('text');
  const blocks = out.split('\n\n').slice(0, -1);
  const read = blocks.map((block): Fact => {
    const lines = block.split('\n');
    const [, place, level, rule] = present(/^(\S+) {2}(\S+) {2}(\S+)$/.exec(present(lines[0])));
    const fix = present(lines.at(-1)).replace('  Fix: ', '');
    return {
      place: present(place),
      rule: present(rule),
      level: present(level),
      message: present(lines[1]).trim(),
      fix,
    };
  });
  assert.deepEqual(read, await facts());
});

test('GitHub annotations carry the same facts', async () => {
  const lines = (await output('github')).split('\n').slice(0, -1);
  const plain = (text: string) =>
    text.replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
  const read = lines.map((line): Fact => {
    const [, level, list, text] = present(/^::(\w+) ([^:]*)::(.*)$/.exec(line));
    const {
      file,
      line: row,
      col,
      title,
    } = Object.fromEntries(
      present(list)
        .split(',')
        .map((pair) => pair.split('=')),
    );
    const [message, fix] = plain(present(text)).split('\n');
    return {
      place: `${plain(file)}:${row}:${col}`,
      rule: title,
      level: present(level),
      message: present(message),
      fix: present(fix).replace('Fix: ', ''),
    };
  });
  assert.deepEqual(read, await facts());
});

test('SARIF carries the same facts, and fits the schema of SARIF 2.1.0', async () => {
  const log = JSON.parse(await output('sarif')) as Sarif;
  const schema = JSON.parse(readFileSync(join(ROOT, 'tests/fixtures/sarif-2.1.0.schema.json'), 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  assert.equal(validate(log), true, ajv.errorsText(validate.errors));
  assert.equal(validate({ ...log, version: '2.0.0' }), false, 'the schema refuses what is no SARIF 2.1.0');

  const run = present(log.runs[0]);
  const read = run.results.map((result): Fact => {
    const { artifactLocation, region } = present(result.locations[0]).physicalLocation;
    const [message, fix] = result.message.text.split('\nFix: ');
    assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
    return {
      place: `${decodeURIComponent(artifactLocation.uri)}:${region.startLine}:${region.startColumn}`,
      rule: result.ruleId,
      level: result.level,
      message: present(message),
      fix: present(fix),
    };
  });
  assert.deepEqual(read, await facts());
});

/** The part of SARIF that is read above. */
interface Sarif {
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: {
        physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn: number } };
      }[];
    }[];
  }[];
}
