import assert from 'node:assert/strict';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EVERYTHING } from '../../helpers/everything.ts';
import { runIn } from '../../helpers/fixture.ts';
import { edit } from '../../helpers/git.ts';
import { type Flags, Place } from '../../helpers/incremental.ts';
import { GROWN, HIDDEN, SMALL } from '../../helpers/registry.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

/** What somebody does between two builds, and the codes whose pages are written again; all of them where none are named. */
type Step = [what: string, work: (place: Place) => unknown, rendered?: readonly string[], flags?: Flags];

const PARCELS = 'depot/parcels.yaml';
const BOOKINGS = 'ferries/bookings.yaml';
const ALL = undefined;

/** Puts one text in the place of another. */
function replacing(file: string, from: string, to: string) {
  return ({ contracts }: Place) => edit(join(contracts, file), from, to);
}

/** Writes a file of the registry. */
function writing(file: string, text: string) {
  return ({ contracts }: Place) => writeFileSync(join(contracts, file), text);
}

const STEPS: readonly Step[] = [
  ['nothing', () => {}, []],
  ['the end of a meaning', replacing(PARCELS, 'The parcel was taken in', 'Sorry. The parcel was taken in'), ALL],
  [
    'a later sentence of a meaning',
    replacing(PARCELS, 'found any more.', 'found any more. So sorry.'),
    ['PARCEL_LOST'],
  ],
  [
    'a remediation',
    replacing(PARCELS, 'Compare the number', 'Compare every digit'),
    ['PARCEL_MISSING', 'PARCEL_UNKNOWN'],
  ],
  [
    'more steps, which move other entries',
    replacing(PARCELS, 'Tell the sender, who is refunded.', '\n      - Tell the sender.\n      - Refund.'),
    ['PARCEL_LOST'],
  ],
  [
    'causes',
    replacing(PARCELS, 'related: [PARCEL_LOST]', 'causes: [A digit is wrong.]\n    related: [PARCEL_LOST]'),
    ['PARCEL_LOST', 'PARCEL_MISSING', 'PARCEL_UNKNOWN'],
  ],
  [
    'links',
    replacing(
      PARCELS,
      'related: [PARCEL_LOST]',
      'links: [{ title: Numbers, href: "https://depot.example/" }]\n    related: [PARCEL_LOST]',
    ),
    ['PARCEL_LOST', 'PARCEL_MISSING', 'PARCEL_UNKNOWN'],
  ],
  [
    'a reason, and two codes of another API',
    (place) => {
      replacing(BOOKINGS, 'Nothing was booked, so', 'Nothing was booked. So')(place);
      replacing(BOOKINGS, 'The hold has expired.', 'The hold has expired.')(place);
      replacing('harbour/berths.yaml', 'Anchor, and ask again.', 'Anchor.')(place);
    },
    ['CROSSING_CHANGED', 'no-pilot'],
  ],
  [
    'prose with a code and an image',
    replacing(
      PARCELS,
      'Compare every digit',
      'See PARCEL_LOST and ![States](images/states.png)\n      `PARCEL_LOST`. Compare every digit',
    ),
    ['PARCEL_LOST', 'PARCEL_MISSING', 'PARCEL_UNKNOWN'],
  ],
  ['a status', replacing(PARCELS, 'status: 404', 'status: 410')],
  ['a message', replacing(BOOKINGS, 'The crossing is full.', 'No place is left.')],
  ['a title', replacing('harbour/berths.yaml', 'title: No pilot is free', 'title: Pilots are busy')],
  [
    'the order of codes',
    replacing(
      PARCELS,
      '  PARCEL_UNKNOWN:',
      '  PARCEL_WET:\n    status: 422\n    message: Wet.\n    meaning: It is wet.\n    remediation: Dry it.\n    retry: never\n  PARCEL_UNKNOWN:',
    ),
  ],
  [
    'a code less, with an alias for it',
    replacing(PARCELS, '  PARCEL_WET:', '  PARCEL_DAMP:\n    aliases: [PARCEL_WET]'),
  ],
  [
    'a domain',
    (place) => {
      writing(
        'depot/doors.yaml',
        'title: Doors\ncodes:\n  DOOR_SHUT:\n    status: 409\n    message: Shut.\n    meaning: The door is shut.\n    remediation: Open it.\n    retry: never\n',
      )(place);
      replacing('depot/api.yaml', '[parcels, staff]', '[parcels, doors, staff]')(place);
    },
  ],
  ['the title of a domain', replacing('depot/doors.yaml', 'title: Doors', 'title: Gates')],
  [
    'a release',
    ({ contracts }) => runIn(contracts, ['release', '--contracts', contracts, '--api', 'harbour', '--name', '2027-01']),
  ],
  [
    'a breaking change with its approval',
    (place) => {
      replacing(
        BOOKINGS,
        'status: 409\n    message: No place is left.',
        'status: 410\n    message: No place is left.',
      )(place);
      writing(
        'ferries/approvals.yaml',
        'approvals:\n  - { rule: status-changed, code: CROSSING_FULL, reason: Agreed., until: "2027-01-01" }\n',
      )(place);
    },
  ],
  [
    'an image',
    ({ contracts }) => cpSync(join(contracts, 'depot/images/label.png'), join(contracts, 'depot/images/states.png')),
  ],
  ['an API', ({ contracts }) => cpSync(SMALL, contracts, { recursive: true })],
  ['an API less', ({ contracts }) => rmSync(join(contracts, 'parcels'), { recursive: true })],
  ['a guide', replacing('depot/guides/waiting.mdx', 'The label:', 'A label:')],
  ['the base path', () => {}, ALL, { base: '/docs/' }],
  [
    'text under a base path',
    replacing(BOOKINGS, 'Make a new booking.', 'Book again.'),
    ['HOLD_EXPIRED'],
    { base: '/docs/' },
  ],
  ['the address', () => {}, ALL, { base: '/docs/', site: 'https://errors.example' }],
  ['a host and compressed files', () => {}, ALL, { base: '/docs/', host: 'nginx', precompress: true }],
  [
    'text with compressed files',
    replacing(BOOKINGS, 'Book again.', 'Book.'),
    ['HOLD_EXPIRED'],
    { base: '/docs/', host: 'nginx', precompress: true },
  ],
  ['no more compressed files', () => {}, ALL, { base: '/docs/', host: 'nginx' }],
  [
    'a configuration',
    ({ contracts }) =>
      writeFileSync(join(contracts, '../c.json'), '{ "name": "Halyard", "retryLabels": { "never": "Stop" } }'),
    ALL,
    { base: '/docs/', config: 'c.json' },
  ],
];

test('after any edit, a build gives the bytes of one without a previous output, and writes only pages again that the edit may concern', () =>
  inTemporaryFolder(async (folder) => {
    const place = new Place(folder, GROWN, HIDDEN);
    await place.build();
    for (const [what, work, rendered, flags] of STEPS) {
      await work(place);
      // where everything is rendered again, what is written is what a whole build writes
      if (!rendered && !EVERYTHING) {
        assert.equal((await place.build(flags))[1], 0, what);
        continue;
      }
      const written = await place.buildsTheSame(flags);
      const codes = written.flatMap((file) => /\/errors\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? []);
      if (rendered) assert.deepEqual([...codes].sort(), [...rendered].sort(), what);
    }
  }));

test('files that are made from other APIs alone are kept', () =>
  inTemporaryFolder(async (folder) => {
    const place = new Place(folder, GROWN, HIDDEN);
    await place.build();
    replacing(PARCELS, 'Compare the number', 'Compare every digit')(place);
    const written = await place.buildsTheSame();
    const ofApis = written.filter((file) => !/^[^/]+$|^(?:assets|schema|search)\/|\.html$/.test(file));
    assert.deepEqual(
      ofApis.filter((file) => !file.startsWith('depot/')),
      ['decode/apis/depot.json', 'decode/index.json'],
    );
  }));
