import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check, compare, type Registry, type SourceFile } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { brokenRegistries, damages, misfortunes, withDamage, withMisfortune, writtenIn } from './broken.ts';
import { expectArtifacts, expectSound, expectUsable } from './checked.ts';
import { always } from './holds.ts';
import { registries } from './registries.ts';
import { type Entry, filesOf, type Written } from './written.ts';

const TODAY = '2026-11-21';

/** Checks files, and holds what is true of any check. */
function soundly(sources: readonly SourceFile[]) {
  const checked = check(sources, { today: TODAY });
  expectSound(checked, sources);
  if (checked.registry) expectUsable(checked, checked.registry);
  return checked;
}

let accepted = 0;
let tried = 0;

always('what a check accepts can be compared, generated, decoded and served', 150, writtenIn(registries), (sources) => {
  tried++;
  const { registry } = soundly(sources);
  if (registry) accepted++;
  registry?.apis.forEach(expectArtifacts);
  // a generator whose registries are all refused would hold nothing
  if (tried === 100) assert.ok(accepted >= 50, `${accepted} of ${tried} registries were accepted`);
});

/** Without what differs by format: the files' names, and lines. */
function apart({ apis }: Registry): unknown {
  return apis.map((api) => ({ ...api, file: '', codes: api.codes.map((code) => ({ ...code, file: '', line: 0 })) }));
}

always('a registry says the same in YAML and in JSON', 60, fc.oneof(registries, brokenRegistries), (written) => {
  const [inJson, inYaml] = [true, false].map((json) => check(filesOf(written, () => json)));
  const found = ({ diagnostics }: NonNullable<typeof inJson>) =>
    diagnostics.map(({ rule, level }) => `${level} ${rule}`).sort();
  assert.ok(inJson && inYaml);
  assert.deepEqual(found(inYaml), found(inJson));
  assert.deepEqual(inYaml.registry && apart(inYaml.registry), inJson.registry && apart(inJson.registry));
});

always(
  'a check of broken values never throws, and each diagnostic is inside its file',
  250,
  writtenIn(brokenRegistries),
  (sources) => {
    soundly(sources);
  },
);

always(
  'a check of damaged texts never throws, whatever is left of them',
  150,
  fc.tuple(writtenIn(registries), damages).map(([files, all]) => withDamage(files, all)),
  (sources) => {
    soundly(sources);
  },
);

always(
  'a check of lost, doubled and misplaced files never throws',
  80,
  fc.tuple(writtenIn(registries), misfortunes).map(([files, all]) => withMisfortune(files, all)),
  (sources) => {
    soundly(sources);
  },
);

always(
  'what a check says does not depend on the order of the files, and a second one says the same',
  40,
  writtenIn(fc.oneof(registries, brokenRegistries)).chain((files) =>
    fc.shuffledSubarray(files, { minLength: files.length }).map((shuffled) => ({ files, shuffled })),
  ),
  ({ files, shuffled }) => {
    const [first, second] = [check(files), check(shuffled)];
    assert.deepEqual(second.diagnostics, first.diagnostics);
    assert.deepEqual(second.counts, first.counts);
    assert.deepEqual(second.snapshots(), first.snapshots());
  },
);

always(
  'two versions of an API name each other, and each code leads to the one that leads back',
  40,
  fc.tuple(registries, registries),
  ([older, newer]) => {
    const version = (written: Written, folder: string, more: Entry) =>
      filesOf({ ...written, api: { ...written.api, ...more } }, () => true, folder);
    const { registry } = soundly([
      ...version(older, 'desk', { version: 'v1' }),
      ...version(newer, 'desk-2', { version: 'v2', previousVersion: 'desk' }),
    ]);
    if (!registry) return;
    registry.apis.forEach(expectArtifacts);
    for (const { versions } of registry.apis) assert.equal(versions.map(({ version }) => version).join(), 'v2,v1');
    const links = registry.apis.flatMap(({ id, codes }) =>
      codes.flatMap(({ code, versions = [] }) => versions.map((there) => [id, code, there.api, there.code])),
    );
    const turned = links.map(([api, code, other, there]) => [other, there, api, code]);
    const asText = (all: unknown[][]) => all.map((it) => JSON.stringify(it)).sort();
    assert.deepEqual(asText(turned), asText(links));
  },
);

always(
  'any two states of a registry can be compared, broken or not',
  60,
  fc.tuple(writtenIn(fc.oneof(registries, brokenRegistries)), writtenIn(fc.oneof(registries, brokenRegistries))),
  ([before, after]) => {
    const [old, now] = [check(before), check(after)];
    for (const change of compare(old.snapshots(), now.snapshots())) {
      const { file, start } = now.placeOf(change);
      assert.ok(file !== '' && start.line >= 1, `${change.rule} has a place`);
    }
  },
);

const NAME = '2026-11';

/** The files of a registry with those of its first release. */
const released = writtenIn(registries).map((files) => {
  const checked = check(files);
  const plans = checked.registry ? checked.release({ name: NAME, date: `${NAME}-01`, today: TODAY }) : [];
  const approvals =
    'approvals:\n  - { rule: code-removed, code: GONE, reason: It was never sent., until: "2026-12-31" }\n';
  return {
    files,
    extra: [
      ...plans.flatMap(({ release }) => (release ? [{ path: release.path, text: release.text }] : [])),
      { path: 'desk/approvals.yaml', text: approvals },
    ],
  };
});

always(
  'a release of what was accepted is accepted with it',
  30,
  released.filter(({ extra }) => extra.length > 1),
  ({ files, extra }) => {
    const { diagnostics } = check([...files, present(extra[0])], { today: TODAY });
    assert.deepEqual(
      diagnostics.filter(({ level }) => level === 'error').map(({ message }) => message),
      [],
    );
  },
);

always(
  'a check of damaged releases and approvals never throws, nor does what reads them afterwards',
  80,
  fc.tuple(released, damages).map(([{ files, extra }, all]) => [...files, ...withDamage(extra, all)]),
  (sources) => {
    const checked = soundly(sources);
    checked.release({ name: '2026-12', date: '2026-12-01', today: TODAY });
  },
);
