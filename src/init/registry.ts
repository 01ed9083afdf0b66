import { stringify } from 'yaml';
import { PRESETS, type PresetName } from './presets/index.ts';
import type { Preset } from './presets/preset.ts';

/** What the files of a new API start with. */
interface NewApi {
  title: string;
  envelope: PresetName;
  /** The folder of the JSON Schemas for editors, relative to the API's folder; undefined where they aren't installed. */
  schemas: string | undefined;
}

/** The name of the domain with which a new API starts. */
const DOMAIN = 'examples';

/** The files of a new API by name: the API, and a domain with example codes that pass a strict check. */
export function registryFiles({ title, envelope, schemas }: NewApi): Record<string, string> {
  const preset = PRESETS[envelope];
  const schema = (name: string) =>
    schemas === undefined ? '' : `# yaml-language-server: $schema=${schemas}/${name}.schema.json\n`;
  return {
    'api.yaml': schema('api') + apiText(title, preset),
    [`${DOMAIN}.yaml`]: schema('domain') + domainText(preset),
  };
}

function apiText(title: string, { envelope }: Preset): string {
  return `\
title: ${stringify(title, { lineWidth: 0 }).trimEnd()}
# say in a sentence what the API does
summary: All error codes of the API, with what they mean and what to do.
# each domain is a group of codes, in a file with its name
domains: [${DOMAIN}]
${envelope === '' ? '' : `\n${envelope}`}`;
}

function domainText({ envelope, hasMessage, examples: { status, notFound = [], rateLimited = [] } }: Preset): string {
  const message = (text: string) => (hasMessage ? [`message: ${text}`] : []);
  const entry = (lines: readonly string[]) => lines.map((line) => `    ${line}\n`).join('');
  return `\
# Two examples: replace them with codes of your API, and give the domain a name of your own, here and in api.yaml.
title: Examples
${envelope === '' ? '# its codes have no response body\nenvelope: none\n' : ''}codes:
  EXAMPLE_NOT_FOUND:
${entry([
  `status: ${status ?? 404}`,
  ...message('The resource was not found.'),
  'meaning: No resource has this ID, or the caller may not see it.',
  'remediation:',
  '  - Compare the ID in the request with the one in the response that created the resource.',
  '  - If they are the same, use credentials that have access to the resource.',
  'retry: never',
  ...notFound,
])}
  EXAMPLE_RATE_LIMITED:
${entry([
  `status: ${status ?? 429}`,
  ...message('The rate limit was exceeded.'),
  'meaning: The caller sent more requests than its limit allows. This one was not carried out.',
  'remediation: Wait for the number of seconds in `Retry-After`, then send the request again.',
  'retry: retry-after',
  "headers: { Retry-After: '30' }",
  ...rateLimited,
]).trimEnd()}
`;
}
