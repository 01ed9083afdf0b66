import { join } from 'node:path';
import { readContracts } from '../../src/cli/contracts.ts';
import { writeWhole } from '../../src/cli/output/write-whole.ts';
import { check } from '../../src/index.ts';

/** The folder of the one API of a crowded registry. */
export const CROWDED = 'crowded';

const each = <Item>(count: number, item: (at: number) => Item) => Array.from({ length: count }, (_, at) => item(at));
const words = (at: number, state: string) =>
  each(700, (word) => (word % 50 === 0 ? `${state}${at}` : `word${word}`)).join(' ');

/** Adds an API of few codes whose other lists are long: states, limits, scopes, and two releases, the later with many long texts. */
export async function addCrowded(folder: string): Promise<void> {
  const api = {
    title: 'Crowded API',
    summary: 'Thousands of everything.',
    domains: ['all'],
    states: {
      life: {
        title: 'Life',
        values: Object.fromEntries(each(1500, (at) => [`S${at}`, { meaning: `Waits for ${at}.` }])),
      },
      end: { title: 'End', values: { Gone: { meaning: 'It is gone.' } } },
    },
    limits: each(1000, (at) => ({ title: `Limit ${at}`, max: at + 1, meaning: `How many of ${at}.` })),
    scopes: Object.fromEntries(each(1000, (at) => [`scope:${at}`, { meaning: `Allows thing ${at}.` }])),
  };
  await writeWhole(join(folder, CROWDED, 'api.json'), JSON.stringify(api));
  for (const [at, state] of ['before', 'after'].entries()) {
    const codes = each(60, (code) => [
      `CODE_${code}`,
      { status: 409, meaning: words(code, state), remediation: 'Wait.', retry: 'never', states: [`S${code * 25}`] },
    ]);
    await writeWhole(
      join(folder, CROWDED, 'all.json'),
      JSON.stringify({ title: 'All', envelope: 'none', codes: Object.fromEntries(codes) }),
    );
    const date = `2026-0${at + 1}-01`;
    for (const { release } of check(await readContracts(folder), { today: date }).release({
      name: date,
      date,
      today: date,
    }))
      if (release?.path.startsWith(`${CROWDED}/`)) await writeWhole(join(folder, release.path), release.text);
  }
}
