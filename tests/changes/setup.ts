import { readContracts } from '../../src/cli/contracts.ts';
import { type Change, check, compare } from '../../src/index.ts';
import { shortly } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

/** What changed between the registries in `before` and `after` of a folder, and what is wrong with either. */
export async function compareIn(folder: string): Promise<{ changes: Change[]; problems: string[] }> {
  const [before, after] = await Promise.all(
    ['before', 'after'].map(async (side) => check(await readContracts(`${folder}/${side}`))),
  );
  const changes = compare(present(before).snapshots(), present(after).snapshots());
  return { changes, problems: [...shortly(present(before)), ...shortly(present(after))] };
}

/** Changes with all that they say, a block for each. */
export function listed(changes: readonly Change[]): string {
  return changes.length === 0 ? 'No change.' : changes.map(block).join('\n\n');
}

function block({ rule, level, api, code, codeAfter, part, what, before, after, fix }: Change): string {
  const spelling = codeAfter === undefined ? code : `${code} → ${codeAfter}`;
  return [
    [level, rule, api, spelling, part].filter((it) => it !== undefined).join('  '),
    `  ${what}`,
    ...value('before', before),
    ...value('after', after),
    ...value('fix', fix),
  ].join('\n');
}

function value(name: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`  ${name}: ${text.replaceAll('\n', '\n    ')}`];
}
