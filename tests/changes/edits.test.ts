import { join } from 'node:path';
import { test } from 'node:test';
import { type Change, check, compare } from '../../src/index.ts';
import { EDITS, RICH, RICH_DATA, richWith } from '../helpers/edits.ts';
import { expectFile } from '../helpers/fixture.ts';

const before = check(RICH).snapshots();

for (const how of ['removed', 'changed', 'reversed'] as const) {
  for (const [name, file] of Object.entries(RICH_DATA)) {
    test(`what it means to callers that something is ${how}: ${name}`, () => {
      const found = richWith(file, EDITS[how]).flatMap(({ place, sources }) => {
        const after = check(sources).snapshots();
        const changes = compare(before, after).map(lineOf);
        // what is removed in one direction is added in the other
        const back = how === 'removed' ? compare(after, before).map((change) => `back: ${lineOf(change)}`) : [];
        const lines = [...changes, ...back].map((line) => `  ${line}`);
        return lines.length === 0 ? [] : [place, ...lines];
      });
      expectFile(join(import.meta.dirname, 'edits', `${name}-${how}.txt`), found.join('\n'));
    });
  }
}

function lineOf({ level, rule, code, codeAfter, part, what, before, after }: Change): string {
  const values = before === undefined && after === undefined ? '' : ` [${before ?? ''} → ${after ?? ''}]`;
  return `${level} ${rule} ${[code, codeAfter, part].filter((it) => it !== undefined).join(' ')}: ${what}${values}`;
}
