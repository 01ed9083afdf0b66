import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { API, files, shortly } from '../helpers/checked.ts';

const PARCELS =
  'title: Parcels\ncodes: { LOST: { status: 404, retry: never, meaning: It is lost., remediation: Wait. } }\n';

/** The guide that a check reads from a text, or what it says of it. */
function guideOf(text: string): unknown {
  const checked = check(files({ 'desk/api.yaml': API, 'desk/parcels.yaml': PARCELS, 'desk/guides/waiting.mdx': text }));
  const [guide] = checked.registry?.apis[0]?.guides ?? [];
  return guide ? { title: guide.title, summary: guide.summary, parts: guide.parts } : shortly(checked);
}

const HEAD = { title: 'Waiting', summary: 'When to read again.' };
const FRONT = 'title: Waiting\nsummary: When to read again.\n';

test('front matter is between two lines of three hyphens', () => {
  for (const text of [
    `---\n${FRONT}---\n\nText.\n`,
    `---\n${FRONT}--- \t\nText.`,
    `---\r\n${FRONT.replaceAll('\n', '\r\n')}---\r\nText.\r\n`,
    `---\n# A comment: ---\n${FRONT}---\nText.\n`,
  ])
    assert.deepEqual(guideOf(text), { ...HEAD, parts: [{ kind: 'markdown', markdown: 'Text.' }] }, text);
  for (const text of [`---\n${FRONT}---`, `---\n${FRONT}---\n`])
    assert.deepEqual(guideOf(text), { ...HEAD, parts: [] });
});

test('a guide without front matter lacks its title and summary', () => {
  const missing = [
    'desk/guides/waiting.mdx:1:1 missing-field: This file has no `summary`. Readers need to see at a glance what it is about.',
    'desk/guides/waiting.mdx:1:1 missing-field: This file has no `title`. Its page needs a name.',
  ];
  for (const text of ['', 'Text.\n', '***\nText.\n']) assert.deepEqual(guideOf(text), missing, text);
});

test('the body of a guide comes in parts, with components behind the paragraph that they are in', () => {
  const body = `## Read *it* \`twice\`

Some text <Codes codes="LOST" /> with a component
in it.

- one
- two <Example code="LOST" />

\`\`\`sh
curl x
\`\`\`

    indented

<Limits />

Setext
heading
---

> Quoted.
`;
  assert.deepEqual(guideOf(`---\n${FRONT}---\n${body}`), {
    ...HEAD,
    parts: [
      { kind: 'heading', depth: 2, markdown: 'Read *it* `twice`' },
      { kind: 'markdown', markdown: 'Some text  with a component\nin it.' },
      { kind: 'component', name: 'Codes', attributes: { codes: 'LOST' } },
      { kind: 'markdown', markdown: '- one\n- two' },
      { kind: 'component', name: 'Example', attributes: { code: 'LOST' } },
      { kind: 'program', language: 'sh', text: 'curl x' },
      { kind: 'markdown', markdown: 'indented' },
      { kind: 'component', name: 'Limits', attributes: {} },
      { kind: 'heading', depth: 2, markdown: 'Setext heading' },
      { kind: 'markdown', markdown: '> Quoted.' },
    ],
  });
});
