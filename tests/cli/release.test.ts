import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { API } from '../helpers/checked.ts';
import { type Outcome, runIn, TODAY } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const HEAVY = `  PARCEL_HEAVY:
    status: 422
    meaning: The parcel weighs more than the service carries.
    remediation: Split the parcel.
    retry: never
`;
const LOST = `  PARCEL_LOST:
    status: 410
    meaning: Nobody has seen the parcel for a month.
    remediation: Ask the desk for the money.
    retry: never
`;
const LETTER = `  PARCEL_LOST:
    status: 400
    meaning: An envelope carries no stamps at all.
    remediation: Buy stamps, then send this letter once more.
    retry: never
`;
const domain = (...codes: string[]) => `title: Parcels\ncodes:\n${codes.join('')}`;
const approving = (rule: string, code: string) =>
  `approvals:\n  - { rule: ${rule}, code: ${code}, reason: Nobody ever met it., until: "2026-12-31" }\n`;

/** A registry in a folder of its own, with what one does to it. */
interface Desk {
  folder: string;
  write(file: string, text: string): void;
  read(file: string): string;
  remove(file: string): void;
  release(name: string, ...options: string[]): Promise<Outcome>;
  check(): Promise<Outcome>;
  /** The files of releases of an API. */
  releases(api?: string): string[];
}

function withDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const path = (file: string) => join(folder, 'contracts', file);
    const desk: Desk = {
      folder,
      write(file, text) {
        mkdirSync(dirname(path(file)), { recursive: true });
        writeFileSync(path(file), text);
      },
      read: (file) => readFileSync(path(file), 'utf8'),
      remove: (file) => rmSync(path(file)),
      release: (name, ...options) => runIn(folder, ['release', '--name', name, ...options]),
      check: () => runIn(folder, ['check', '--strict']),
      releases: (api = 'desk') =>
        existsSync(path(`${api}/releases`)) ? readdirSync(path(`${api}/releases`)).sort() : [],
    };
    desk.write('desk/api.yaml', API);
    desk.write('desk/parcels.yaml', domain(HEAVY, LOST));
    await work(desk);
  });
}

const done = ({ status, err }: Outcome) => assert.deepEqual({ status, err }, { status: 0, err: '' });

test('the first release says what there is, and dates itself', () =>
  withDesk(async (desk) => {
    const outcome = await desk.release('2026-11');
    done(outcome);
    assert.equal(
      outcome.out,
      `Parcel Desk API (desk): the first release, with 2 codes.
Wrote contracts/desk/releases/2026-11.json.
Dated ${TODAY}, today on this machine; choose another day with --date.`,
    );
    const { name, date, previous, step, changes } = JSON.parse(desk.read('desk/releases/2026-11.json'));
    assert.deepEqual([name, date, previous, step, changes], ['2026-11', TODAY, null, 'none', []]);
    done(await desk.check());
  }));

test('again, or under another name, nothing is written where nothing has changed', () =>
  withDesk(async (desk) => {
    await desk.release('2026-11');
    const text = desk.read('desk/releases/2026-11.json');
    for (const name of ['2026-11', '2026-12']) {
      const outcome = await desk.release(name);
      done(outcome);
      assert.equal(outcome.out, 'Parcel Desk API (desk): Nothing has changed since 2026-11.');
    }
    assert.deepEqual(desk.releases(), ['2026-11.json']);
    assert.equal(desk.read('desk/releases/2026-11.json'), text);
  }));

test('what says the same in other words of the format is no change', () =>
  withDesk(async (desk) => {
    await desk.release('2026-11');
    const long = HEAVY.replace('status: 422', 'status: [422]')
      .replace('retry: never', 'retry: { policy: never }\n    fault: caller\n    causes: []\n    # a comment')
      .replace('remediation: Split', 'remediation:\n      - Split');
    desk.write('desk/parcels.yaml', domain(long, LOST));
    assert.match((await desk.release('2026-12')).out, /: Nothing has changed since 2026-11\.$/);
  }));

test('a change is written with its step, and only once', () =>
  withDesk(async (desk) => {
    await desk.release('2026-11', '--date', '2026-11-01');
    desk.write('desk/parcels.yaml', domain(HEAVY.replace('422', '413'), LOST));
    const outcome = await desk.release('2026-12', '--date', '2026-12-01');
    done(outcome);
    assert.equal(
      outcome.out,
      `Parcel Desk API (desk): major, 1 breaking.
  breaking  status-changed  The status of \`PARCEL_HEAVY\` changed from 422 to 413.
Wrote contracts/desk/releases/2026-12.json.`,
    );
    const { previous, date, step, changes, entries } = JSON.parse(desk.read('desk/releases/2026-12.json'));
    assert.deepEqual([previous, date, step, changes.length], ['2026-11', '2026-12-01', 'major', 1]);
    assert.deepEqual(Object.keys(entries), ['codes']);
    assert.match((await desk.release('2027-01')).out, /: Nothing has changed since 2026-12\.$/);
    done(await desk.check());
  }));

test('the same files give the same bytes, whatever order keys stand in and whatever the format', () =>
  withDesk(async (desk) => {
    desk.write('press/api.yaml', API);
    const codes = {
      PARCEL_HEAVY: {
        retry: 'never',
        remediation: ['Split the parcel.'],
        meaning: 'The parcel weighs more than the service carries.',
        status: [422],
      },
      PARCEL_LOST: {
        retry: { policy: 'never' },
        status: 410,
        meaning: 'Nobody has seen the parcel for a month.',
        remediation: 'Ask the desk for the money.',
      },
    };
    desk.write('press/parcels.json', JSON.stringify({ codes, title: 'Parcels' }));
    await desk.release('2026-11');
    const [one, other] = ['desk', 'press'].map((api) =>
      desk.read(`${api}/releases/2026-11.json`).replace(/"(?:api|checksum)": ".*"/g, ''),
    );
    assert.ok(one);
    assert.equal(one, other);
    assert.ok(one.endsWith('}\n') && !one.includes('\r'));
  }));

test('a name that is taken is refused where something has changed, also but for case, and nothing is written', () =>
  withDesk(async (desk) => {
    await desk.release('Winter');
    desk.write('desk/parcels.yaml', domain(HEAVY.replace('422', '413'), LOST));
    for (const name of ['Winter', 'WINTER']) {
      const { status, out, err } = await desk.release(name);
      assert.deepEqual([status, out], [1, '']);
      assert.match(err, new RegExp(`^desk: the release \`${name}\` already exists, .* choose another name\\.$`));
    }
    assert.deepEqual(desk.releases(), ['Winter.json']);
  }));

test('a day before the last release is refused', () =>
  withDesk(async (desk) => {
    await desk.release('2026-11', '--date', '2026-12-02');
    desk.write('desk/parcels.yaml', domain(HEAVY.replace('422', '413'), LOST));
    const { status, err } = await desk.release('2026-12', '--date', '2026-12-01');
    assert.equal(status, 1);
    assert.equal(
      err,
      'desk: 2026-12-01 is before 2026-12-02, the day of `2026-11`. Choose that day or a later one with --date.',
    );
    done(await desk.release('2026-12', '--date', '2026-12-02'));
  }));

/** Command lines that cannot be meant. */
const MISUSED: [argv: string[], said: RegExp][] = [
  [[], /^A release needs a name, such as --name 2026-12\.$/],
  ...['', '.', '..', 'a/b', 'a b', '.hidden', 'end.', 'nul', 'COM1.x', 'ü', 'a:b', '-x', 'readme', 'x'.repeat(90)].map(
    (name): [string[], RegExp] => [[`--name=${name}`], /^--name takes letters, digits, /],
  ),
  [['--name', 'a', '--date', 'today'], /^--date takes a day such as 2026-12-01, not `today`\.$/],
  [['--name', 'a', '--date', '2026-02-30'], /^--date takes a day /],
  [['--name', 'a', '--api', 'dsk'], /^There is no API `dsk`; there are: desk\.$/],
];

test('a name, a day or an API that cannot be is one line and status 2', () =>
  withDesk(async (desk) => {
    for (const [argv, said] of MISUSED) {
      const { status, out, err } = await runIn(desk.folder, ['release', ...argv]);
      assert.deepEqual({ status, out }, { status: 2, out: '' }, argv.join(' '));
      assert.match(err, said);
      assert.doesNotMatch(err, /\n/);
    }
    assert.deepEqual(desk.releases(), []);
  }));

test('a registry with errors is not released', () =>
  withDesk(async (desk) => {
    desk.write('desk/parcels.yaml', domain(HEAVY.replace('422', '42')));
    const { status, out, err } = await desk.release('2026-11');
    assert.equal(status, 1);
    assert.match(out, /error {2}unknown-status/);
    assert.equal(err, 'Nothing was released; fix the errors above first.');
    assert.deepEqual(desk.releases(), []);
  }));

test('one API is released alone with --api, and each has its own releases', () =>
  withDesk(async (desk) => {
    desk.write('press/api.yaml', API.replace('Parcel Desk', 'Press'));
    desk.write('press/parcels.yaml', domain(LOST));
    const one = await desk.release('2026-11', '--api', 'press', '--date', '2026-11-01');
    assert.equal(
      one.out,
      'Press API (press): the first release, with 1 code.\nWrote contracts/press/releases/2026-11.json.',
    );
    assert.deepEqual([desk.releases(), desk.releases('press')], [[], ['2026-11.json']]);
    const both = await desk.release('2026-11', '--date', '2026-11-02');
    assert.deepEqual(both.out.split('\n'), [
      'Parcel Desk API (desk): the first release, with 2 codes.',
      'Wrote contracts/desk/releases/2026-11.json.',
      'Press API (press): Nothing has changed since 2026-11.',
    ]);
  }));

test('a code that was released is retired or approved away; then it is known for ever', () =>
  withDesk(async (desk) => {
    await desk.release('2026-09', '--date', '2026-09-01');
    desk.write('desk/parcels.yaml', domain(HEAVY));
    const refused = await desk.release('2026-10', '--date', '2026-10-01');
    assert.equal(refused.status, 1);
    assert.match(
      refused.out,
      /`PARCEL_LOST` was released with `2026-09` but is missing here, so links to it lead nowhere\. Retire codes, don't delete them\./,
    );
    assert.match(refused.out, /retired: \{ since: "2026-11-21", reason: /);

    desk.write('desk/approvals.yaml', approving('code-removed', 'PARCEL_LOST'));
    done(await desk.check());
    const released = await desk.release('2026-10', '--date', '2026-10-01');
    done(released);
    assert.deepEqual(released.out.split('\n'), [
      'Parcel Desk API (desk): major, 1 breaking.',
      '  breaking  code-removed  `PARCEL_LOST` was removed. Approved: Nobody ever met it.',
      'Wrote contracts/desk/releases/2026-10.json.',
      'Once this release is merged, these approvals are no longer needed; then remove them from contracts/desk/approvals.yaml:',
      '  code-removed PARCEL_LOST',
    ]);
    const { approved, entries } = JSON.parse(desk.read('desk/releases/2026-10.json'));
    assert.deepEqual(
      [approved[0].rule, approved[0].reason, entries.gone],
      ['code-removed', 'Nobody ever met it.', ['PARCEL_LOST']],
    );

    const again = await desk.release('2026-10');
    done(again);
    assert.match(
      again.out,
      /^Parcel Desk API \(desk\): Nothing has changed since 2026-10\.\nOnce this release is merged, these approvals are no longer needed/,
    );
    done(await desk.check());
    desk.remove('desk/approvals.yaml');
    done(await desk.check());

    desk.write('desk/parcels.yaml', domain(HEAVY, LETTER));
    assert.match(
      (await desk.check()).out,
      /error {2}reused-code\n {2}`PARCEL_LOST` was removed in the release `2026-10`/,
    );
    desk.write('desk/parcels.yaml', domain(HEAVY, LOST));
    done(await desk.check());
    done(await desk.release('2026-11', '--date', '2026-11-01'));
    desk.write('desk/parcels.yaml', domain(HEAVY));
    assert.match((await desk.check()).out, /error {2}released-code/, 'once it is back, it is held again');
  }));

test('an approval that has expired lets nothing pass', () =>
  withDesk(async (desk) => {
    await desk.release('2026-09', '--date', '2026-09-01');
    desk.write('desk/parcels.yaml', domain(HEAVY));
    desk.write('desk/approvals.yaml', approving('code-removed', 'PARCEL_LOST').replace('2026-12-31', '2026-11-20'));
    const { out } = await desk.check();
    assert.match(out, /error {2}stale-approval\n {2}This approval expired after 2026-11-20/);
    assert.match(out, /error {2}released-code/);
  }));

test('two branches that were released apart are found when merged, and fixed by releasing the later one again', () =>
  withDesk(async (desk) => {
    await desk.release('2026-09', '--date', '2026-09-01');
    desk.write('desk/parcels.yaml', domain(HEAVY.replace('422', '413'), LOST));
    await desk.release('2026-10', '--date', '2026-10-01');
    const one = desk.read('desk/releases/2026-10.json');
    desk.remove('desk/releases/2026-10.json');
    desk.write('desk/parcels.yaml', domain(HEAVY, LOST.replace('410', '404')));
    await desk.release('2026-10-b', '--date', '2026-10-02');

    desk.write('desk/releases/2026-10.json', one);
    desk.write('desk/parcels.yaml', domain(HEAVY.replace('422', '413'), LOST.replace('410', '404')));
    const { out, status } = await desk.check();
    assert.equal(status, 1);
    assert.match(out, /2026-10-b\.json:\d+:\d+ {2}error {2}damaged-release\n {2}Both follow `2026-09`/);
    assert.match(
      out,
      /Fix: Delete `2026-10-b\.json` and what follows it, then run `errorbook release --name 2026-10-b`/,
    );

    desk.remove('desk/releases/2026-10-b.json');
    done(await desk.check());
    const later = await desk.release('2026-10-b', '--date', '2026-10-02');
    assert.match(later.out, /major, 1 breaking\.\n.*`PARCEL_LOST` changed from 410 to 404\./);
    done(await desk.check());
  }));

test('line ends, indentation and a byte order mark are no damage', () =>
  withDesk(async (desk) => {
    await desk.release('2026-11');
    const text = desk.read('desk/releases/2026-11.json');
    for (const same of [
      text.replaceAll('\n', '\r\n'),
      JSON.stringify(JSON.parse(text)),
      `\ufeff${text}`,
      `${text}\n\n`,
    ]) {
      desk.write('desk/releases/2026-11.json', same);
      done(await desk.check());
    }
  }));

test('a folder that was released under another name is told so', () =>
  withDesk(async (desk) => {
    await desk.release('2026-11');
    renameSync(join(desk.folder, 'contracts/desk'), join(desk.folder, 'contracts/office'));
    assert.match(
      (await desk.check()).out,
      /This API was released as `desk` with `2026-11`, so all its addresses have changed/,
    );
  }));

test('what an interrupted command left is not read, and goes with the next one', () =>
  withDesk(async (desk) => {
    await desk.release('2026-10', '--date', '2026-10-01');
    const half = 'desk/releases/.errorbook-half-elsewhere-1-0';
    desk.write(half, '{ "format":');
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
    utimesSync(join(desk.folder, 'contracts', half), twoDaysAgo, twoDaysAgo);
    done(await desk.check());
    desk.write('desk/parcels.yaml', domain(HEAVY.replace('422', '413'), LOST));
    done(await desk.release('2026-11'));
    assert.deepEqual(desk.releases(), ['2026-10.json', '2026-11.json']);
  }));

test('a file that cannot be written leaves nothing behind, and the next run does it', () =>
  withDesk(async (desk) => {
    // a folder stands where the file should
    mkdirSync(join(desk.folder, 'contracts/desk/releases/2026-11.json'), { recursive: true });
    const { status, err } = await desk.release('2026-11');
    assert.equal(status, 2);
    assert.match(err, /2026-11\.json/);
    assert.deepEqual(desk.releases(), ['2026-11.json']);
    rmSync(join(desk.folder, 'contracts/desk/releases/2026-11.json'), { recursive: true });
    done(await desk.release('2026-11'));
    done(await desk.check());
  }));

test('internal codes are in no release, and a release tells nothing of codes that became internal', () =>
  withDesk(async (desk) => {
    desk.write('desk/parcels.yaml', domain(HEAVY, LOST.replace('retry', 'visibility: internal\n    retry')));
    await desk.release('2026-11');
    assert.doesNotMatch(desk.read('desk/releases/2026-11.json'), /PARCEL_LOST/);
  }));

test('characters that steer a terminal are refused in an approval', () =>
  withDesk(async (desk) => {
    await desk.release('2026-09', '--date', '2026-09-01');
    desk.write('desk/parcels.yaml', domain(HEAVY));
    const reason = '"Never\\e[2J\\nWrote nothing"';
    desk.write('desk/approvals.yaml', approving('code-removed', 'PARCEL_LOST').replace('Nobody ever met it.', reason));
    const { out } = await desk.release('2026-10', '--date', '2026-10-01');
    assert.match(
      out,
      /approvals\.yaml:\d+:\d+ {2}error {2}wrong-value\n {2}`reason` holds the control character U\+001B/,
    );
    assert.ok(!out.includes('\u001b'));
    assert.deepEqual(desk.releases(), ['2026-09.json']);
  }));
