import { type DecodeIndex, decodeIndex, type Registry } from '../../src/index.ts';
import { plainParts } from '../../src/site/prose-tree.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { files, registryOf } from '../helpers/checked.ts';

const entry = (code: string, status: string, more = '') =>
  `  ${JSON.stringify(code)}:
    status: ${status}
    message: ${JSON.stringify(`The message of ${code}.`)}
    meaning: ${JSON.stringify(`What ${code} means.`)}
    remediation: ${JSON.stringify(`Do what ${code} asks for.`)}
    retry: never
${more}`;

const head = (fields: string) => `summary: Sends parcels.
domains: [parcels]
statuses: { DROPPED: { meaning: The line was dropped. } }
envelope:
  fields:
${fields}
    - { pointer: /message, type: string, role: message, meaning: For people. }
    - { pointer: /status, type: integer, role: status, optional: true, meaning: The status again. }
    - { pointer: /request, type: string, role: requestId, meaning: Name it to support. }
`;

/** A registry of two APIs, one that sends codes and one that does not, with codes that are easily taken for something else. */
export const small: Registry = registryOf(
  files({
    'desk/api.yaml': `title: Desk\n${head('    - { pointer: /error/code, type: string, role: code, meaning: Branch on it. }')}`,
    'desk/parcels.yaml': `title: Parcels
codes:
${entry('NOT_FOUND', '404')}${entry('LIMIT_REACHED', '[429, 503]', '    headers: { Retry-After: "60" }\n')}${entry('a/b "c"', '400')}${entry('50035', '422')}
${entry('__proto__', '409')}${entry('LINE_LOST', 'DROPPED')}${entry('BUSY', '503', '    aliases: [OVERLOADED]\n    examples: { one: {}, two: { /status: 503 } }\n')}`,
    'ferries/api.yaml': `title: Ferries\n${head('')}`,
    'ferries/parcels.yaml': `title: Crossings\ncodes:\n${entry('full', '409')}${entry('gone', '404')}`,
  }),
);

const urls = urlsUnder('/');

/** What the decoder knows of that registry. */
export const smallIndex: DecodeIndex = decodeIndex(small, {
  apiHref: ({ id }) => urls.api(id),
  codeHref: ({ id }, { code }) => urls.code(id, code),
  prose: plainParts,
});
