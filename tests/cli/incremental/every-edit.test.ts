import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { fingerprintOf } from '../../../src/cli/incremental/fingerprint.ts';
import { check, type SourceFile } from '../../../src/index.ts';
import { EDITS, RICH, RICH_DATA, richWith } from '../../helpers/edits.ts';
import { EVERYTHING } from '../../helpers/everything.ts';
import { TODAY } from '../../helpers/fixture.ts';
import { Place } from '../../helpers/incremental.ts';
import { present } from '../../helpers/present.ts';
import { DESK } from '../../helpers/registry.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

/** A registry with a single edit somewhere; whether that concerns nothing but prose. */
interface Edited {
  place: string;
  sources: readonly SourceFile[];
  isProse: boolean;
}

/** The other registries without errors that one careless edit makes of a rich one. */
function* edited(): Generator<Edited> {
  const before = fingerprintOf(present(check(RICH, { today: TODAY }).registry));
  for (const [kind, edit] of Object.entries(EDITS)) {
    for (const file of Object.values(RICH_DATA)) {
      for (const { place, sources } of richWith(file, edit)) {
        const { registry } = check(sources, { today: TODAY });
        if (!registry) continue;
        const after = fingerprintOf(registry);
        const isProse = after.rest === before.rest;
        if (!isProse || !isDeepStrictEqual(after, before)) yield { place: `${kind}: ${place}`, sources, isProse };
      }
    }
  }
}

/** About so many of some items, from everywhere; more where a run takes the time, but each takes memory, as programs stay loaded. */
function some<Item>(items: readonly Item[], about: number): Item[] {
  const step = Math.ceil(items.length / (EVERYTHING ? about * 12 : about));
  return items.filter((_, index) => index % step === 0);
}

test('after a careless edit anywhere, a build gives the bytes of one without a previous output', () =>
  inTemporaryFolder(async (folder) => {
    const all = [...edited()];
    const ofProse = all.filter(({ isProse }) => isProse);
    const others = all.filter(({ isProse }) => !isProse);
    assert.ok(ofProse.length > 30 && others.length > 200, `${ofProse.length} and ${others.length}`);
    const place = new Place(folder, DESK);
    await place.build();
    for (const { place: where, sources } of [...some(ofProse, 7), ...some(others, 3)]) {
      for (const { path, text } of sources) {
        mkdirSync(dirname(join(place.contracts, path)), { recursive: true });
        writeFileSync(join(place.contracts, path), text);
      }
      await place.buildsTheSame().catch((error) => {
        throw new Error(where, { cause: error });
      });
    }
  }));
