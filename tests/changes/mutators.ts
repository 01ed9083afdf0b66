import type { ChangeLevel } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { codeEntry, type Entry, type Model, type Random, sentence } from './generated.ts';

/** One change that a team may make, at a place that chance decides. */
export interface Mutator {
  /** What it does, for a person who reads a failure. */
  name: string;
  rule: string;
  level: ChangeLevel;
  /** The rule that finds the way back, and its level. */
  back: [rule: string, level: ChangeLevel];
  apply(at: Place, random: Random): void;
}

/** A place in a registry: an API, a domain of it and a code of each kind there. */
interface Place {
  model: Model;
  api: Model[string];
  domain: Entry;
  /** The spelling of the code of one kind: see `KINDS` in generated.ts. */
  codeAt(kind: number): string;
  entryAt(kind: number): Entry;
}

const ANY = 0;
const [FIELDS, HEADERS, ALIASES, DEPRECATED, RETIRED, RESERVED, BACKOFF] = [1, 2, 3, 4, 5, 6, 7];

/** The places of a registry whose bodies carry codes, or of one whose bodies carry none. */
export function placeIn(model: Model, random: Random, id = 'goods'): Place {
  const api = present(model[id]);
  const names = Object.keys(api.domains);
  const domain = present(api.domains[present(names[random(names.length)])]);
  const codeAt = (kind: number) => present(Object.keys(domain.codes)[kind]);
  return { model, api, domain, codeAt, entryAt: (kind) => domain.codes[codeAt(kind)] };
}

/** Puts a key in the place of another, so that the order stays. */
function renameKey(object: Entry, from: string, to: string): void {
  const entries = Object.entries(object).map(([key, value]) => [key === from ? to : key, value] as const);
  for (const key of Object.keys(object)) delete object[key];
  Object.assign(object, Object.fromEntries(entries));
}

/** Renames a code with all that refers to it. */
function renameCode({ domain }: Place, from: string, to: string): void {
  renameKey(domain.codes, from, to);
  for (const entry of Object.values<Entry>(domain.codes)) {
    entry.related = entry.related.map((code: string) => (code === from ? to : code));
    if (entry.deprecated?.replacedBy === from) entry.deprecated.replacedBy = to;
  }
}

/** Takes a code away with what refers to it. */
function removeCode({ domain }: Place, code: string): void {
  delete domain.codes[code];
  for (const entry of Object.values<Entry>(domain.codes)) {
    entry.related = entry.related.map((it: string) => (it === code ? Object.keys(domain.codes)[0] : it));
  }
}

const fieldsOf = ({ api }: Place): Entry[] => api.api.envelope.fields;
const fieldAt = (place: Place, pointer: string) => present(fieldsOf(place).find((field) => field.pointer === pointer));

function make(level: ChangeLevel, rule: string, back: Mutator['back'], name: string, apply: Mutator['apply']): Mutator {
  return { level, rule, back, name, apply };
}

const texts: Mutator[] = (
  [
    ['the title of the API', ({ api }, random) => (api.api.title = sentence(random))],
    ['a notice for another language', ({ api }, random) => (api.api.languages.es = sentence(random))],
    ['a notice removed', ({ api }) => delete api.api.languages['pt-BR']],
    ['the title of a domain', ({ domain }, random) => (domain.title = sentence(random))],
    ['the meaning of a code', ({ entryAt }, random) => (entryAt(random(8)).meaning = sentence(random))],
    ['the steps of a code', ({ entryAt }, random) => entryAt(random(8)).remediation.push(sentence(random))],
    ['a cause', ({ entryAt }, random) => entryAt(random(8)).causes.reverse().push(sentence(random))],
    ['the reason to repeat', ({ entryAt }, random) => (entryAt(BACKOFF).retry.reason = sentence(random))],
    ['the meaning of a field', (at, random) => (fieldAt(at, '/region').meaning = sentence(random))],
    [
      'the meaning of an item',
      ({ entryAt }, random) => (entryAt(FIELDS).fields[1].items[0].meaning = sentence(random)),
    ],
    [
      'the meaning of a header',
      ({ entryAt }, random) => (entryAt(HEADERS).headers['X-Depot'].meaning = sentence(random)),
    ],
    ['the meaning of a status', ({ api }, random) => (api.api.statuses[404].meaning = sentence(random))],
    ['the meaning of a scope', ({ api }, random) => (api.api.scopes.read.meaning = sentence(random))],
    ['the meaning of a limit', ({ api }, random) => (api.api.limits[0].meaning = sentence(random))],
    ['the meaning of an operation', ({ entryAt }, random) => (entryAt(ANY).operations[1].meaning = sentence(random))],
    ['the reason of a retirement', ({ entryAt }, random) => (entryAt(RETIRED).retired.reason = sentence(random))],
    [
      'the summary of a guide',
      ({ api }, random) => (api.guides.waiting = present(api.guides.waiting).replace('The ', `${random(99)} `)),
    ],
    ['since when', ({ entryAt }) => (entryAt(BACKOFF).since = '2024-01')],
  ] satisfies [string, (at: Place, random: Random) => unknown][]
).map(([name, apply]) => make('safe', 'text-changed', ['text-changed', 'safe'], `another text: ${name}`, apply));

const orders: Mutator[] = (
  [
    ['domains', ({ api }) => api.api.domains.reverse()],
    ['codes', ({ domain }) => (domain.codes = Object.fromEntries(Object.entries(domain.codes).reverse()))],
    ['statuses', ({ entryAt }) => Object.assign(entryAt(BACKOFF), { fault: 'service' }).status.reverse()],
    ['fields', (at) => fieldsOf(at).reverse()],
    ['operations', ({ entryAt }, random) => entryAt(random(8)).operations.reverse()],
    ['related codes', ({ entryAt }, random) => entryAt(random(8)).related.reverse()],
    ['states', ({ entryAt }, random) => entryAt(random(8)).states.reverse()],
    ['limits', ({ api }) => api.api.limits.reverse()],
    ['scopes', ({ api }) => (api.api.scopes = Object.fromEntries(Object.entries(api.api.scopes).reverse()))],
    [
      'examples',
      ({ entryAt }) =>
        (entryAt(BACKOFF).examples = Object.fromEntries(Object.entries(entryAt(BACKOFF).examples).reverse())),
    ],
  ] satisfies [string, (at: Place, random: Random) => unknown][]
).map(([name, apply]) => make('safe', 'order-changed', ['order-changed', 'safe'], `another order of ${name}`, apply));

/** At least one for each rule. Ways back that are found by another rule say much about the levels: read them. */
export const MUTATORS: readonly Mutator[] = [
  make('breaking', 'code-removed', ['code-added', 'risky'], 'a code removed', (at) =>
    removeCode(at, at.codeAt(BACKOFF)),
  ),
  make('risky', 'code-added', ['code-removed', 'breaking'], 'a code added', ({ domain }, random) => {
    domain.codes.BRAND_NEW = codeEntry(random);
  }),
  make('breaking', 'code-renamed', ['code-renamed', 'breaking'], 'a code renamed', (at, random) =>
    renameCode(at, at.codeAt(random(8)), 'OTHER_NAME'),
  ),
  make('breaking', 'code-respelled', ['code-respelled', 'breaking'], 'a code in another case', (at, random) => {
    const code = at.codeAt(random(8));
    renameCode(at, code, code.toLowerCase());
  }),
  make('breaking', 'code-reused', ['code-reused', 'breaking'], 'a code for another error', ({ entryAt }, random) => {
    const { message, meaning, remediation, causes } = codeEntry(random);
    Object.assign(entryAt(ANY), { message, meaning, remediation, causes });
  }),
  make('breaking', 'code-reused', ['code-reused', 'breaking'], 'two codes swapped', ({ domain, codeAt }) => {
    const [a, b] = [codeAt(0), codeAt(BACKOFF)];
    [domain.codes[a], domain.codes[b]] = [domain.codes[b], domain.codes[a]];
  }),
  make('breaking', 'made-internal', ['code-added', 'risky'], 'a code made internal', (at) => {
    const code = at.codeAt(BACKOFF);
    const entry = at.domain.codes[code];
    removeCode(at, code);
    at.domain.codes[code] = { ...entry, visibility: 'internal' };
  }),
  make('breaking', 'status-changed', ['status-changed', 'breaking'], 'a status for one operation', ({ entryAt }) => {
    entryAt(ANY).operations[1].status = 418;
  }),
  make('safe', 'text-changed', ['text-changed', 'safe'], 'steps for one operation', ({ entryAt }, random) => {
    entryAt(ANY).operations[1].remediation = sentence(random);
  }),
  make('breaking', 'status-changed', ['status-changed', 'breaking'], 'another status', ({ entryAt }, random) => {
    entryAt(random(7)).status = 418;
  }),
  make('breaking', 'status-changed', ['status-changed', 'breaking'], 'one more status', ({ entryAt }) => {
    entryAt(BACKOFF).status.push(500);
  }),
  make('breaking', 'retry-tightened', ['retry-loosened', 'risky'], 'a stricter policy', ({ entryAt }) => {
    entryAt(BACKOFF).retry.policy = 'never';
  }),
  make('safe', 'text-changed', ['text-changed', 'safe'], 'fewer attempts', ({ entryAt }) => {
    entryAt(BACKOFF).retry.attempts = 2;
  }),
  make('breaking', 'retry-tightened', ['retry-loosened', 'risky'], 'unknown codes never', ({ api }) => {
    api.api.unknownCodes.retry.policy = 'never';
  }),
  make('risky', 'retry-loosened', ['retry-tightened', 'breaking'], 'a looser policy', ({ api }) => {
    api.api.unknownCodes.retry.policy = 'backoff';
  }),
  make('safe', 'text-changed', ['text-changed', 'safe'], 'a shorter delay', ({ entryAt }) => {
    entryAt(BACKOFF).retry.delay = 1;
  }),
  make(
    'breaking',
    'write-retry-tightened',
    ['write-retry-loosened', 'risky'],
    'a less certain effect',
    ({ entryAt }) => {
      entryAt(BACKOFF).effect = 'done';
    },
  ),
  make('breaking', 'write-retry-tightened', ['write-retry-loosened', 'risky'], 'no idempotency keys', ({ api }) => {
    delete api.api.idempotency;
  }),
  make('risky', 'write-retry-loosened', ['write-retry-tightened', 'breaking'], 'keys for all operations', ({ api }) => {
    delete api.api.idempotency.operations;
  }),
  make('breaking', 'envelope-opened', ['envelope-closed', 'safe'], 'an envelope opened', ({ model }) => {
    delete present(model.gates).api.envelope.closed;
  }),
  make('safe', 'envelope-closed', ['envelope-opened', 'breaking'], 'an envelope closed', ({ api }) => {
    api.api.envelope.closed = true;
  }),
  make(
    'breaking',
    'closed-field-added',
    ['field-removed', 'breaking'],
    'a field added to a closed body',
    (at, random) => {
      const { envelope } = present(at.model.gates).api;
      envelope.fields.push({ pointer: '/fresh', type: 'null', meaning: sentence(random) });
    },
  ),
  make('breaking', 'field-removed', ['field-added', 'safe'], 'a shared field removed', (at) => {
    at.api.api.envelope.fields = fieldsOf(at).filter(({ pointer }) => pointer !== '/hint');
  }),
  make('breaking', 'field-removed', ['field-added', 'safe'], 'a field of a code removed', ({ entryAt }) => {
    entryAt(FIELDS).fields.shift();
  }),
  make('breaking', 'field-removed', ['field-added', 'safe'], 'a field of items removed', ({ entryAt }) => {
    entryAt(FIELDS).fields[1].items.pop();
  }),
  make('safe', 'field-added', ['field-removed', 'breaking'], 'a field added', (at, random) => {
    fieldsOf(at).push({ pointer: '/fresh', type: 'null', meaning: sentence(random) });
  }),
  make('breaking', 'field-renamed', ['field-renamed', 'breaking'], 'a shared field renamed', (at) => {
    fieldAt(at, '/region').pointer = '/area';
  }),
  make('breaking', 'field-renamed', ['field-renamed', 'breaking'], 'a list renamed', ({ entryAt }) => {
    entryAt(FIELDS).fields[1].pointer = '/more/lines';
  }),
  make('breaking', 'field-moved', ['field-moved', 'breaking'], 'a field moved', (at) => {
    fieldAt(at, '/error/message').pointer = '/message';
  }),
  make('breaking', 'field-retyped', ['field-retyped', 'breaking'], 'an integer that is a number', (at) => {
    fieldAt(at, '/count').type = 'number';
  }),
  make('breaking', 'field-retyped', ['field-retyped', 'breaking'], 'another constant', (at) => {
    fieldAt(at, '/ok').const = true;
  }),
  make('breaking', 'field-made-optional', ['field-added', 'safe'], 'a field made optional', (at) => {
    fieldAt(at, '/count').optional = true;
  }),
  make('breaking', 'body-changed', ['body-changed', 'breaking'], 'another media type', ({ api }) => {
    api.api.envelope.mediaType = 'application/problem+json';
  }),
  make('breaking', 'body-changed', ['field-added', 'safe'], 'no body', ({ domain }) => {
    domain.envelope = 'none';
  }),
  make('breaking', 'header-removed', ['header-added', 'risky'], 'a shared header removed', ({ api }) => {
    delete api.api.envelope.headers['X-Trace'];
  }),
  make('breaking', 'header-removed', ['header-added', 'risky'], 'a header of a code removed', ({ entryAt }) => {
    delete entryAt(HEADERS).headers['X-Depot'];
  }),
  make('risky', 'header-added', ['header-removed', 'breaking'], 'a header added', ({ entryAt }, random) => {
    entryAt(random(8)).headers = { ...entryAt(HEADERS).headers, 'X-New': '1' };
  }),
  make('breaking', 'code-header-changed', ['text-changed', 'safe'], 'a header without the code', ({ api }) => {
    delete api.api.envelope.headers['X-Error'].role;
  }),
  make('breaking', 'field-retyped', ['field-retyped', 'breaking'], 'the code in a longer value', (at) => {
    const field = fieldAt(at, '/error/code');
    field.after = '#';
    field.example = 'com.example#X';
  }),
  make('breaking', 'body-changed', ['body-changed', 'breaking'], 'a body of text', ({ api }) => {
    Object.assign(api.api.envelope, {
      mediaType: 'text/plain',
      text: api.api.envelope.fields.map((it: Entry) => `{${it.pointer.slice(1)}}`).join(' '),
    });
  }),
  make('breaking', 'address-removed', ['guide-added', 'safe'], 'a guide removed', ({ api }) => {
    delete api.guides.waiting;
  }),
  make('breaking', 'address-removed', ['alias-added', 'safe'], 'an alias removed', ({ entryAt }) => {
    entryAt(ALIASES).aliases.pop();
  }),
  make('breaking', 'address-removed', ['address-removed', 'breaking'], 'a domain file renamed', ({ api, domain }) => {
    const name = present(Object.keys(api.domains).find((it) => api.domains[it] === domain));
    renameKey(api.domains, name, 'other');
    api.api.domains = api.api.domains.map((it: string) => (it === name ? 'other' : it));
  }),
  make('breaking', 'api-removed', ['api-added', 'safe'], 'an API removed', ({ model }) => {
    delete model.gates;
  }),
  make('breaking', 'api-renamed', ['api-renamed', 'breaking'], 'an API folder renamed', ({ model }, random) => {
    renameKey(model, present(Object.keys(model)[random(2)]), 'renamed');
  }),
  make('breaking', 'replacement-removed', ['code-deprecated', 'safe'], 'a replacement removed', ({ entryAt }) => {
    delete entryAt(DEPRECATED).deprecated.replacedBy;
  }),
  make('breaking', 'limit-tightened', ['limit-loosened', 'safe'], 'a lower limit', ({ api }) => {
    api.api.limits[0].max -= 10;
  }),
  make('breaking', 'limit-tightened', ['limit-tightened', 'breaking'], 'another period', ({ api }) => {
    api.api.limits[0].per = 'hour';
  }),
  make('safe', 'limit-loosened', ['limit-tightened', 'breaking'], 'a limit removed', ({ api }) => {
    api.api.limits.pop();
  }),
  make(
    'breaking',
    'message-contract-changed',
    ['message-contract-changed', 'breaking'],
    'a message that tells',
    ({ model }, random) => {
      placeIn(model, random, 'gates').entryAt(random(8)).message = sentence(random);
    },
  ),
  make('risky', 'message-changed', ['message-changed', 'risky'], 'another message', ({ entryAt }, random) => {
    entryAt(random(8)).message = sentence(random);
  }),
  make('risky', 'fact-unverified', ['fact-verified', 'safe'], 'a status not confirmed', ({ entryAt }, random) => {
    entryAt(random(RESERVED)).unverified = ['status'];
  }),
  make('safe', 'fact-documented', ['text-changed', 'safe'], 'a known gap documented', ({ model }, random) => {
    placeIn(model, random, 'gates').entryAt(0).remediation = sentence(random);
  }),
  make('safe', 'fact-verified', ['fact-unverified', 'risky'], 'a policy confirmed', ({ entryAt }) => {
    delete entryAt(RESERVED).unverified;
  }),
  make(
    'safe',
    'unverified-fact-changed',
    ['unverified-fact-changed', 'safe'],
    'an unconfirmed policy',
    ({ entryAt }) => {
      entryAt(RESERVED).retry = 'backoff';
    },
  ),
  make('risky', 'fault-changed', ['fault-changed', 'risky'], 'another fault', ({ entryAt }, random) => {
    entryAt(random(8)).fault = 'upstream';
  }),
  make('breaking', 'namespace-changed', ['namespace-changed', 'breaking'], 'a namespace', ({ domain }) => {
    domain.namespace = 'depot';
    const inNamespace = (code: string) => (Object.hasOwn(domain.codes, code) ? `depot.${code}` : code);
    for (const entry of Object.values<Entry>(domain.codes)) {
      entry.related = entry.related.map(inNamespace);
      if (entry.deprecated?.replacedBy) entry.deprecated.replacedBy = inNamespace(entry.deprecated.replacedBy);
    }
  }),
  make('risky', 'severity-changed', ['severity-changed', 'risky'], 'another severity', ({ entryAt }, random) => {
    entryAt(random(8)).severity = 'info';
  }),
  make('risky', 'code-added', ['code-retired-at-once', 'risky'], 'a reserved code sent', ({ entryAt }) => {
    delete entryAt(RESERVED).reserved;
  }),
  make('risky', 'code-revived', ['code-retired-at-once', 'risky'], 'a retired code sent again', ({ entryAt }) => {
    delete entryAt(RETIRED).retired;
  }),
  make('risky', 'code-retired-at-once', ['code-revived', 'risky'], 'a code retired at once', ({ entryAt }) => {
    entryAt(BACKOFF).retired = { reason: 'Gone.' };
  }),
  make('safe', 'code-retired', ['code-revived', 'risky'], 'a deprecated code retired', ({ entryAt }) => {
    const entry = entryAt(DEPRECATED);
    entry.retired = entry.deprecated;
    delete entry.deprecated;
  }),
  make('safe', 'code-deprecated', ['code-deprecated', 'safe'], 'a code deprecated', ({ entryAt }) => {
    entryAt(BACKOFF).deprecated = { reason: 'Going.' };
  }),
  make('safe', 'code-reserved', ['code-removed', 'breaking'], 'a code reserved', ({ domain }, random) => {
    domain.codes.FOR_LATER = { ...codeEntry(random), reserved: true };
  }),
  make('safe', 'code-moved', ['code-moved', 'safe'], 'a code in another domain', ({ api, domain, codeAt }) => {
    const other = present(Object.values(api.domains).find((it) => it !== domain));
    const code = codeAt(BACKOFF);
    other.codes[code] = domain.codes[code];
    delete domain.codes[code];
  }),
  make(
    'safe',
    'domain-added',
    ['address-removed', 'breaking'],
    'a code in a domain of its own',
    ({ api, domain, codeAt }) => {
      const code = codeAt(BACKOFF);
      api.domains.fresh = { title: 'Fresh', codes: { [code]: domain.codes[code] } };
      api.api.domains.push('fresh');
      delete domain.codes[code];
    },
  ),
  make('safe', 'guide-added', ['address-removed', 'breaking'], 'a guide added', ({ api }) => {
    api.guides.fresh = present(api.guides.waiting);
  }),
  make('safe', 'api-added', ['api-removed', 'breaking'], 'an API added', ({ model }, random) => {
    const { api, domains } = structuredClone(present(model.goods));
    domains.first = { title: 'First', codes: { ONLY_HERE: codeEntry(random) } };
    model.more = { api: { ...api, domains: ['first'] }, domains: { first: domains.first }, guides: {} };
  }),
  make('safe', 'alias-added', ['address-removed', 'breaking'], 'an alias added', ({ entryAt }, random) => {
    const entry = entryAt(random(8));
    entry.aliases = [...(entry.aliases ?? []), 'KNOWN_AS'];
  }),
  make('risky', 'operation-added', ['operation-removed', 'safe'], 'an operation more', ({ entryAt }, random) => {
    entryAt(random(8)).operations.push('DELETE /v1/all');
  }),
  make('safe', 'operation-removed', ['operation-added', 'risky'], 'an operation fewer', ({ entryAt }, random) => {
    entryAt(random(8)).operations.pop();
  }),
  make('risky', 'term-changed', ['term-changed', 'risky'], 'a scope more', ({ api }, random) => {
    api.api.scopes.admin = { meaning: sentence(random) };
  }),
  make('risky', 'term-changed', ['term-changed', 'risky'], 'a state that is final', ({ api }) => {
    api.api.states.life.values.open.terminal = true;
  }),
  make('risky', 'term-changed', ['term-changed', 'risky'], 'a code in fewer states', ({ entryAt }, random) => {
    entryAt(random(8)).states.pop();
  }),
  make('risky', 'base-url-changed', ['base-url-changed', 'risky'], 'another address', ({ api }) => {
    api.api.baseUrl = 'https://example.com/v2';
  }),
  make('safe', 'example-changed', ['example-changed', 'safe'], 'another example', ({ entryAt }) => {
    entryAt(BACKOFF).examples.first['/region'] = 'z';
  }),
  make('safe', 'example-changed', ['example-changed', 'safe'], 'another example of a header', ({ api }) => {
    api.api.envelope.headers['X-Trace'].example = 'z';
  }),
  make('safe', 'links-changed', ['links-changed', 'safe'], 'another related code', ({ entryAt, codeAt }) => {
    entryAt(ANY).related = [codeAt(5)];
  }),
  make('safe', 'links-changed', ['links-changed', 'safe'], 'another address of the support', ({ api }) => {
    api.api.support.status = 'https://status.example.com/z';
  }),
  make('safe', 'links-changed', ['links-changed', 'safe'], 'another link', ({ entryAt }, random) => {
    entryAt(random(8)).links[0].href = 'https://example.com/z';
  }),
  ...texts,
  ...orders,
];
