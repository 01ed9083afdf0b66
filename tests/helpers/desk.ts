import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeFiles } from './built.ts';
import { runIn } from './fixture.ts';

/** The file of a small API with one domain. */
export const DESK_API = `title: Desk API
summary: Sends parcels.
domains: [parcels]
envelope:
  fields:
    - { pointer: /code, type: string, role: code, meaning: The code. }
`;

/** Its domain, with one code. */
export const PARCELS = `title: Parcels
codes:
  PARCEL_LOST:
    status: 410
    meaning: Nobody found the parcel.
    remediation: Send another parcel.
    retry: never
`;

/** Writes files of a registry in `contracts` and releases it; `before` has the registry as it was. */
export async function writeReleased(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  writeFiles(folder, files);
  writeFiles(join(folder, 'before'), files);
  const { status, out } = await runIn(folder, ['release', '--name', '2026-10', '--date', '2026-10-01']);
  assert.equal(status, 0, out);
}
