import { type Checked, check } from '../../src/index.ts';
import { files } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

/** An entry of a registry as a person writes it. */
// biome-ignore lint/suspicious/noExplicitAny: what a person writes has no type until it is read
export type Entry = Record<string, any>;

/** A registry as a person writes it: each API with its domains and guides by name. */
export type Model = Record<string, { api: Entry; domains: Record<string, Entry>; guides: Record<string, string> }>;

export type Random = (below: number) => number;

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

const pick = <T>(list: readonly T[], random: Random): T => present(list[random(list.length)]);

/** One of 160,000 words. */
function word(random: Random): string {
  return Array.from({ length: 4 }, () => pick(SYLLABLES, random)).join('');
}

/** A sentence that hardly any other sentence is like. */
export function sentence(random: Random, length = 9): string {
  return `The ${Array.from({ length }, () => word(random)).join(' ')} is shut.`;
}

/** Codes of every kind: each of these stands in every domain. */
const KINDS: ((entry: Entry, random: Random, first: string) => void)[] = [
  () => {},
  (entry, random) => {
    entry.fields = [
      { pointer: '/extra', type: 'string', example: 'a', meaning: sentence(random) },
      { pointer: '/more/list', type: 'array', meaning: sentence(random), items: [item('/name'), item('/size')] },
    ];
  },
  (entry, random) => {
    entry.headers = { 'Retry-After': '60', 'X-Depot': { value: 'north', meaning: sentence(random) } };
    entry.retry = { policy: 'retry-after', reason: sentence(random) };
  },
  (entry, random) => {
    entry.aliases = [`OLD_${random(1e9)}`, { code: `OLDER_${random(1e9)}`, since: '2025', reason: sentence(random) }];
  },
  (entry, random, first) => {
    entry.deprecated = { since: '2026-01', replacedBy: first, reason: sentence(random) };
  },
  (entry, random) => {
    entry.retired = { since: '2026-02', reason: sentence(random) };
  },
  (entry) => {
    entry.reserved = true;
    entry.unverified = ['retry'];
  },
  (entry, random) => {
    entry.status = [503, 504];
    entry.retry = { policy: 'backoff', attempts: 5, delay: 2, reason: sentence(random) };
    entry.title = sentence(random, 2);
    entry.since = '2026-03';
    entry.examples = { first: { '/region': 'a' }, second: { '/region': 'b' } };
  },
];

function item(pointer: string): Entry {
  return { pointer, type: 'string', example: pointer, meaning: `What ${pointer} says.` };
}

/** An entry of one kind, told from all others by its texts. */
export function codeEntry(random: Random): Entry {
  return {
    status: pick([400, 403, 404, 409, 422], random),
    message: sentence(random, 5),
    meaning: sentence(random),
    remediation: [sentence(random), sentence(random)],
    retry: pick(['never', 'refetch'], random),
    causes: [sentence(random), sentence(random)],
    operations: [`GET /v1/${word(random)}/1`, { operation: 'POST /v1/all', meaning: sentence(random) }],
    links: [{ title: sentence(random, 2), href: 'https://example.com/a' }],
    states: ['open', 'shut'],
  };
}

function domainEntry(random: Random, name: string): Entry {
  const spellings = KINDS.map((_, i) => `${name}_${word(random)}_${i}`.toUpperCase());
  const codes = KINDS.map((shape, i) => {
    const entry = {
      ...codeEntry(random),
      related: [present(spellings[(i + 1) % spellings.length]), present(spellings[(i + 2) % 8])],
    };
    shape(entry, random, present(spellings[0]));
    return [present(spellings[i]), entry];
  });
  return { title: sentence(random, 2), summary: sentence(random), codes: Object.fromEntries(codes) };
}

const GUIDE = (random: Random) =>
  `---\ntitle: ${sentence(random, 2)}\nsummary: ${sentence(random)}\n---\n\nRead the code first.\n`;

/** Two APIs, one of which carries no code in its bodies; the same for the same numbers. */
export function modelOf(random: Random): Model {
  return { goods: api(random, true), gates: api(random, false) };
}

function api(random: Random, carriesCodes: boolean): Model[string] {
  const code = { pointer: '/error/code', type: 'string', role: 'code', meaning: sentence(random) };
  const fields = [
    { pointer: '/ok', type: 'boolean', const: false, meaning: sentence(random) },
    ...(carriesCodes ? [code] : []),
    { pointer: '/error/message', type: 'string', role: 'message', meaning: sentence(random) },
    { pointer: '/region', type: 'string', example: 'north', meaning: sentence(random) },
    { pointer: '/count', type: 'integer', example: 4, meaning: sentence(random) },
    { pointer: '/hint', type: 'string', optional: true, meaning: sentence(random) },
  ];
  const names = ['first', 'second', 'third'];
  return {
    api: {
      title: sentence(random, 2),
      summary: sentence(random),
      version: `v${random(100)}`,
      baseUrl: 'https://api.example.com',
      support: { url: 'https://help.example.com/', status: 'https://status.example.com/', email: 'help@example.com' },
      languages: { es: sentence(random), 'pt-BR': sentence(random) },
      domains: names,
      statuses: { 404: { meaning: sentence(random) }, LOST: { title: 'Lost', meaning: sentence(random) } },
      idempotency: { header: 'Idempotency-Key', operations: ['POST /v1/all'] },
      envelope: {
        ...(!carriesCodes && { closed: true }),
        meaning: sentence(random),
        fields,
        headers: {
          'X-Request-Id': { meaning: sentence(random), example: 'req_1' },
          ...(carriesCodes && { 'X-Error': { meaning: sentence(random), example: 'E_1', role: 'code' } }),
          'X-Trace': { meaning: sentence(random), example: 'a' },
        },
      },
      unknownCodes: { retry: { policy: 'refetch', reason: sentence(random) }, meaning: sentence(random) },
      states: {
        life: {
          title: sentence(random, 2),
          summary: sentence(random),
          values: { open: { meaning: sentence(random) }, shut: { meaning: sentence(random), terminal: true } },
        },
      },
      scopes: { read: { meaning: sentence(random) }, write: { meaning: sentence(random) } },
      limits: [
        { title: 'Reads', max: 50 + random(50), per: 'minute', meaning: sentence(random) },
        { title: 'Open gates', max: 5 + random(5), unit: 'gates' },
      ],
    },
    domains: Object.fromEntries(
      names.map((name) => {
        const domain = domainEntry(random, `${name}${random(1e6)}`);
        // the first entry of each domain has a known gap
        if (!carriesCodes) delete present(Object.values<Entry>(domain.codes)[0]).remediation;
        return [name, domain];
      }),
    ),
    guides: { waiting: GUIDE(random), reading: GUIDE(random) },
  };
}

/** A registry as it is read from files. */
export function read(model: Model): Checked {
  const texts: Record<string, string> = {};
  for (const [id, { api, domains, guides }] of Object.entries(model)) {
    texts[`${id}/api.json`] = JSON.stringify(api);
    for (const [name, entry] of Object.entries(domains)) texts[`${id}/${name}.json`] = JSON.stringify(entry);
    const gaps = Object.values(domains).flatMap(({ codes }) =>
      Object.keys(codes).filter((code) => !codes[code].remediation),
    );
    const listed = Object.fromEntries(gaps.map((code) => [code, ['remediation']]));
    if (gaps.length > 0) texts[`${id}/baseline.yaml`] = JSON.stringify({ gaps: { 'missing-field': listed } });
    for (const [name, text] of Object.entries(guides)) texts[`${id}/guides/${name}.mdx`] = text;
  }
  return check(files(texts));
}
