import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { runIn } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { SMALL } from '../helpers/registry.ts';

const generate = (...args: string[]) =>
  runIn(process.cwd(), ['generate', '--contracts', SMALL, '--site', 'https://errors.example', ...args]);

const KINDS: Record<string, { args: string[]; about: { title: string; description: string } }> = {
  code: {
    args: ['--artifact', 'code-markdown', '--code', 'PARCEL_UNKNOWN'],
    about: {
      title: 'PARCEL_UNKNOWN',
      description: 'The number is well formed, and no parcel of the account carries it.',
    },
  },
  domain: {
    args: ['--artifact', 'domain-markdown', '--domain', 'tracking'],
    about: { title: 'Tracking', description: 'Where a parcel is, and when it arrives.' },
  },
  guide: {
    args: ['--artifact', 'guide-markdown', '--guide', 'waiting'],
    about: { title: 'Waiting for a scan', description: 'When to read a parcel again.' },
  },
  api: {
    args: ['--artifact', 'markdown'],
    about: { title: 'Parcels API', description: 'Where a parcel is, and when it arrives.' },
  },
};

for (const [kind, { args, about }] of Object.entries(KINDS)) {
  test(`the Markdown of a ${kind} begins with its title and description where that is asked for, and is the same below`, async () => {
    const [plain, titled] = await Promise.all([generate(...args), generate(...args, '--front-matter')]);
    assert.deepEqual([titled.status, titled.err], [0, '']);
    const [, front = '', body] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(titled.out) ?? [];
    assert.deepEqual(parseDocument(front).toJS(), about);
    assert.equal(body, plain.out.replace(/^# .*\n+/, ''));
  });
}

test('front matter is refused for a file that is not Markdown', async () => {
  const { status, err } = await generate('--artifact', 'typescript', '--front-matter');
  assert.deepEqual([status, err], [2, '--front-matter is for Markdown, which `typescript` is not; remove it.']);
});

const PAGES: Record<string, { args: string[]; path: string; label: string; order?: number }> = {
  code: { args: present(KINDS.code).args, path: 'parcels/errors/PARCEL_UNKNOWN', label: 'PARCEL_UNKNOWN', order: 1 },
  domain: { args: present(KINDS.domain).args, path: 'parcels/domains/tracking', label: 'Tracking', order: 1 },
  guide: { args: present(KINDS.guide).args, path: 'parcels/guides/waiting', label: 'Waiting for a scan', order: 1 },
  api: { args: present(KINDS.api).args, path: 'parcels', label: 'Parcels API' },
  changes: { args: ['--artifact', 'changes-markdown'], path: 'parcels/changes', label: 'What’s new' },
};

for (const [kind, { args, path, label, order }] of Object.entries(PAGES)) {
  test(`for a generator, the Markdown of a ${kind} has its address and a short label, and links to pages`, async () => {
    const frontOf = async (generator: string) => {
      const { status, out, err } = await generate(...args, '--generator', generator, '--base', '/docs/');
      assert.deepEqual([status, err], [0, '']);
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(out) ?? [];
      assert.doesNotMatch(body, /\]\([^)]*\.md[#)]|^(?:- )?HTML:/m);
      const { title: _title, description: _description, ...more } = parseDocument(front).toJS();
      return more;
    };
    assert.deepEqual(await frontOf('starlight'), { slug: path, sidebar: { label, ...(order && { order }) } });
    assert.deepEqual(await frontOf('docusaurus'), {
      slug: `/${path}`,
      sidebar_label: label,
      ...(order && { sidebar_position: order }),
      mdx: { format: 'md' },
    });
  });
}

test('a generator that is not known is refused with those that are', async () => {
  const { status, err } = await generate(...present(KINDS.code).args, '--generator', 'hugo');
  assert.deepEqual(
    [status, err],
    [2, '--generator takes one of: starlight, docusaurus; for others, use --front-matter.'],
  );
});
