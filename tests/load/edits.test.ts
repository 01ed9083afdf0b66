import { join } from 'node:path';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { EDITS, RICH_DATA, richWith } from '../helpers/edits.ts';
import { expectFile } from '../helpers/fixture.ts';

for (const how of ['removed', 'changed', 'mistyped'] as const) {
  for (const [name, file] of Object.entries(RICH_DATA)) {
    test(`what a check says if something is ${how}: ${name}`, () => {
      const found = richWith(file, EDITS[how]).flatMap(({ place, sources }) => {
        const lines = check(sources).diagnostics.map(
          ({ file, start, end, level, rule, message, fix, also }) =>
            `  ${file}:${start.line}:${start.column}-${end.line}:${end.column} ${level} ${rule}: ${message} ${fix}${also.map((it) => ` (${it.file}:${it.start.line} ${it.message})`).join('')}`,
        );
        return lines.length === 0 ? [] : [place, ...lines];
      });
      expectFile(join(import.meta.dirname, 'edits', `${name}-${how}.txt`), found.join('\n'));
    });
  }
}
