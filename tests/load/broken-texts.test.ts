import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { API, files } from '../helpers/checked.ts';
import { expectFile } from '../helpers/fixture.ts';

const HERE = join(import.meta.dirname, 'broken-texts');
const YAML = readFileSync(join(HERE, 'parcels.yaml'), 'utf8');

/** Each file with its path in the registry, and the name of what it replaces. */
const TEXTS = [
  { name: 'parcels.yaml', path: 'desk/parcels.yaml' },
  { name: 'parcels.json', path: 'desk/parcels.json' },
  { name: 'first.mdx', path: 'desk/guides/first.mdx' },
];

/** What a slip of the hand does to a line; the last one cuts the file off behind it. */
const SLIPS: Record<string, (line: string) => string> = {
  'without it': () => '',
  'a quote behind it': (line) => `${line}"`,
  'a bracket before it': (line) => line.replace(/(?=\S)/, '['),
  'a brace behind it': (line) => `${line}}`,
  'a colon behind it': (line) => `${line}:`,
  'a tab before it': (line) => `\t${line}`,
  'a space more': (line) => ` ${line}`,
  'the first quote less': (line) => line.replace(/["'`]/, ''),
  'the last character less': (line) => line.slice(0, -1),
  'a bell in it': (line) => line.replace(/(?<=\S)(?=\S)/, '\u0007'),
  twice: (line) => `${line}\n${line}`,
};

for (const { name, path } of TEXTS) {
  const lines = readFileSync(join(HERE, name), 'utf8').trimEnd().split('\n');
  test(`what a check says of ${name} with one line changed`, () => {
    const found = [...Object.entries(SLIPS), ['nothing behind it', undefined] as const].flatMap(([slip, edit]) => [
      `# ${slip}`,
      ...lines.flatMap((line, at) => {
        const rest = edit ? [edit(line), ...lines.slice(at + 1)] : [line];
        const problems = problemsOf(path, `${[...lines.slice(0, at), ...rest].join('\n')}\n`);
        return problems.length === 0 ? [] : [`${at + 1}: ${line}`, ...problems.map((problem) => `  ${problem}`)];
      }),
    ]);
    expectFile(join(HERE, `${name}.txt`), found.join('\n'));
  });
}

function problemsOf(path: string, text: string): string[] {
  const parcels = path.endsWith('.mdx') ? files({ 'desk/parcels.yaml': YAML }) : [];
  return check([...files({ 'desk/api.yaml': API, [path]: text }), ...parcels]).diagnostics.map(
    ({ file, start, end, rule, message, fix }) =>
      `${file.replace('desk/', '')}:${start.line}:${start.column}-${end.line}:${end.column} ${rule}: ${message} ${fix}`,
  );
}
