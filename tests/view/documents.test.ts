import { join } from 'node:path';
import { test } from 'node:test';
import type { Api, Code } from '../../src/index.ts';
import { codeNames } from '../../src/model/names.ts';
import { apiDocument, codeDocument, type Document, guideDocument } from '../../src/view/index.ts';
import { expectFile } from '../helpers/fixture.ts';
import { registryIn } from '../helpers/registry.ts';

const HERE = join(import.meta.dirname, 'documents');
const { apis } = await registryIn(join(HERE, 'contracts'));

for (const api of apis) {
  const setting = { code: (code: string) => `/docs/${code}`, named: codeNames(api) };
  const documents = {
    api: [apiDocument(api, setting)],
    codes: api.codes.map((code) => codeDocument(api, code, { ...setting, sameStatus: sameStatus(api, code) })),
    guides: api.guides.map((guide) => guideDocument(api, guide, setting)),
  };
  for (const [kind, list] of Object.entries(documents)) {
    if (list.length === 0) continue;
    test(`the documents of ${api.id} are as expected: ${kind}`, () => {
      expectFile(join(HERE, `${api.id}-${kind}.txt`), list.map(shown).join('\n\n'));
    });
  }
}

/** The other codes with the same usual status, if the status has any. */
function sameStatus({ codes }: Api, code: Code): Code[] | undefined {
  const others = codes.filter((it) => it.statuses[0]?.status === code.statuses[0]?.status && !it.retired);
  return others.length > 1 ? others.filter((it) => it !== code) : undefined;
}

/** A document as text: a line for each part and each block. */
function shown({ sections, lead, facts, notices, lines, ...head }: Document): string {
  return [
    JSON.stringify(head),
    ...lines.map((line) => `line ${JSON.stringify(line)}`),
    ...facts.map((fact) => `fact ${JSON.stringify(fact)}`),
    ...notices.map((notice) => `notice ${JSON.stringify(notice)}`),
    ...lead.map((block) => JSON.stringify(block)),
    ...sections.flatMap(({ id, title, blocks }) => [`# ${id}: ${title}`, ...blocks.map((it) => JSON.stringify(it))]),
  ].join('\n');
}
