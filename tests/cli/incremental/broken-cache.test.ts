import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { keepNewest } from '../../../src/cli/incremental/bounds.ts';
import { cacheFolder } from '../../../src/cli/incremental/cache.ts';
import { EVERYTHING } from '../../helpers/everything.ts';
import { killedBefore } from '../../helpers/faults.ts';
import { filesIn } from '../../helpers/files.ts';
import { edit } from '../../helpers/git.ts';
import { assertSame, Place, starting } from '../../helpers/incremental.ts';
import { present } from '../../helpers/present.ts';
import { SMALL } from '../../helpers/registry.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

const PAGE = 'parcels/errors/PARCEL_UNKNOWN/index.html';

/** Runs a test where three builds have left all that a cache may hold, and gives each build of the test another text. */
function withCache(work: (place: Place, change: () => void) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const place = new Place(folder, SMALL);
    let last = 'Compare the number with the one on the receipt.';
    let number = 0;
    const change = () => {
      const next = `Compare digit ${++number}.`;
      edit(join(place.contracts, 'parcels/tracking.yaml'), last, next);
      last = next;
    };
    for (let builds = 0; builds < 3; builds++) {
      await place.build();
      change();
    }
    await work(place, change);
  });
}

/** The paths of files in the cache whose names end in something. */
async function cached({ cache }: Place, ending: string): Promise<string[]> {
  const files = await filesIn(cache, ending);
  assert.ok(files.length > 0, ending);
  return files.map((file) => join(cache, file));
}

test('whatever is missing in a cache, cut off or damaged, the output is the same', () =>
  withCache(async (place, change) => {
    const damages: Record<string, () => Promise<void>> = {
      'no cache': async () => rmSync(place.cache, { recursive: true }),
      'no programs': async () => rmSync(join(place.cache, 'programs'), { recursive: true }),
      'a record cut off': async () => (await cached(place, 'record.json')).forEach((it) => void truncateSync(it, 99)),
      'a record that says something else': async () =>
        (await cached(place, 'record.json')).forEach((it) => {
          writeFileSync(it, readFileSync(it, 'utf8').replace('"rest":"', '"rest":"x'));
        }),
      'a program cut off': async () => (await cached(place, '.mjs')).forEach((it) => void truncateSync(it, 9)),
      'a program with something else': async () =>
        (await cached(place, '.mjs')).forEach((it) => void appendFileSync(it, ';process.exit(3);')),
      'a style with something else': async () =>
        (await cached(place, '.css')).forEach((it) => void appendFileSync(it, 'p { color: red }')),
      'a program without its list': async () => (await cached(place, 'files.json')).forEach((it) => void rmSync(it)),
      'a spare output with other files': async () => {
        const spare = dirname(present((await cached(place, '404.html'))[0]));
        writeFileSync(join(spare, 'more.html'), 'more');
        rmSync(join(spare, 'index.html'));
        writeFileSync(join(spare, 'index.html'), 'other');
        mkdirSync(join(spare, 'empty'));
      },
    };
    const tried = Object.entries(damages).filter((_, at) => EVERYTHING || at % 2 === 0);
    for (const [what, damage] of tried) {
      await damage();
      change();
      const written = await place.buildsTheSame();
      assert.ok(written.includes(PAGE), what);
      assert.equal(readdirSync(place.out).includes('empty'), false);
      // so that there is a spare output again
      change();
      await place.build();
    }
  }));

test('a file of the output that somebody has edited is written again, whatever its size and time say', () =>
  withCache(async (place) => {
    await place.build();
    const page = join(place.out, 'parcels/errors/DEPOT_CLOSED/index.html');
    const { size, atime, mtime } = statSync(page);
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, text.replace('closed', 'opened'));
    utimesSync(page, atime, mtime);
    assert.deepEqual([statSync(page).size, statSync(page).mtime], [size, mtime]);
    rmSync(join(place.out, 'parcels/errors.json'));
    writeFileSync(join(place.out, 'index.html'), 'edited');
    await place.buildsTheSame();
    assert.equal(readFileSync(page, 'utf8'), text);
  }));

test('a file that no build wrote stops a build at its end too, and the next build is right', () =>
  withCache(async (place) => {
    await place.build();
    const file = join(place.out, 'notes.txt');
    writeFileSync(file, 'mine');
    edit(join(place.contracts, 'parcels/tracking.yaml'), 'Compare', 'Please compare');
    await assert.rejects(place.build(), /contains files that no build wrote: notes\.txt/);
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    rmSync(file);
    await place.buildsTheSame();
  }));

test('a build killed at any of its steps leaves a cache with which the next one is right', () =>
  withCache(async (place, change) => {
    let killed = 0;
    for (let step = 0; step < 200; step += EVERYTHING ? 1 : 11) {
      change();
      const { signal } = await starting(place, '--import', killedBefore(step)).ended;
      if (signal === null) break;
      killed++;
      change();
      await place.buildsTheSame();
    }
    assert.ok(killed > 2, `${killed} steps`);
  }));

test('builds at once, of one output and of several, are all right', () =>
  withCache(async (place) => {
    const others = ['a', 'b'].map((name) => ({ ...place, out: `${place.out}-${name}` }));
    const ended = await Promise.all([place, place, ...others].map((it) => starting(it).ended));
    assert.deepEqual(
      ended.map(({ status, err }) => [status, err]),
      ended.map(() => [0, '']),
    );
    for (const { out } of others) await assertSame(out, place.out);
    await place.buildsTheSame();
  }));

test('a folder of caches that belongs to somebody else is not used', () => {
  assert.ok(cacheFolder());
  const { getuid } = process;
  if (getuid === undefined) return;
  process.getuid = () => getuid() + 1;
  try {
    assert.equal(cacheFolder(), undefined);
  } finally {
    process.getuid = getuid;
  }
});

test('what was used last is kept, and no more than that', () =>
  inTemporaryFolder(async (folder) => {
    const now = Date.now() / 1000 - 100;
    for (const [index, name] of ['c', 'a', 'half-made', 'd', 'b'].entries()) {
      mkdirSync(join(folder, name));
      utimesSync(join(folder, name), now + index, now + index);
    }
    keepNewest(folder, 2);
    assert.deepEqual(readdirSync(folder).sort(), ['b', 'd', 'half-made']);
  }));
