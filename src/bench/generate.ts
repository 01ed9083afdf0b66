import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../cli/output/write-whole.ts';

/** The folder of the one API in a generated registry. */
export const API = 'bench';

/** The code whose page is weighed: in each registry of at least `among` codes its page shows the same things. */
export const WEIGHED = { domain: 0, position: 9, among: 100 };

const PER_DOMAIN = 50;
const THINGS = ['token', 'invoice', 'order', 'item', 'delivery', 'object', 'query', 'profile', 'member', 'export'];
const FIELDS = ['amount', 'currency', 'email', 'cursor', 'signature', 'region', 'limit', 'owner', 'plan', 'locale'];
const TROUBLES = [
  { name: 'expired', status: 401, policy: 'never' },
  { name: 'declined', status: 402, policy: 'never' },
  { name: 'not_found', status: 404, policy: 'refetch' },
  { name: 'conflict', status: 409, policy: 'refetch' },
  { name: 'timeout', status: 504, policy: 'backoff' },
  { name: 'too_large', status: 413, policy: 'never' },
  { name: 'malformed', status: 400, policy: 'never' },
  { name: 'locked', status: 423, policy: 'refetch' },
  { name: 'limited', status: 429, policy: 'retry-after' },
  { name: 'missing', status: 422, policy: 'never' },
] as const;

type Trouble = (typeof TROUBLES)[number];

/**
 * Writes a registry of so many codes into a folder: the same texts for the same number, on every machine. `perDomain` is how
 * many codes a domain has.
 */
export async function writeRegistry(folder: string, codes: number, perDomain = PER_DOMAIN): Promise<void> {
  const api = join(folder, API);
  const domains = Array.from({ length: Math.ceil(codes / perDomain) }, (_, index) => domainId(index));
  await writeWhole(join(api, 'api.json'), JSON.stringify(apiEntry(domains), null, 2));
  for (const [index, id] of domains.entries()) {
    const count = Math.min(perDomain, codes - index * perDomain);
    await writeWhole(join(api, `${id}.json`), JSON.stringify(domainEntry(index, count), null, 2));
  }
  await writeWhole(join(api, 'guides', 'handling.mdx'), GUIDE);
}

/** The text of a file of a generated registry in a later state: every code has another meaning, and some another status. */
export function edited(text: string): string {
  return text.replaceAll(...EDIT).replaceAll('"status": 404', '"status": 410');
}

/** Gives the first code of a generated registry another meaning, or the one that it had. */
export async function editOne(folder: string): Promise<void> {
  const file = join(folder, API, `${domainId(0)}.json`);
  const text = await readFile(file, 'utf8');
  const [from, to] = text.includes(EDIT[1]) ? [EDIT[1], EDIT[0]] : EDIT;
  await writeWhole(file, text.replace(from, to));
}

const EDIT = ['Nothing was written.', 'Nothing was changed.'] as const;

/** The spelling of a code in a generated registry. */
export function codeAt(domain: number, position: number): string {
  const { thing, trouble } = partsOf(domain, position);
  return `${domainId(domain)}_${thing}_${trouble.name}_${position}`.replaceAll('-', '_').toUpperCase();
}

function domainId(index: number): string {
  return `area-${String(index).padStart(4, '0')}`;
}

/** All choices follow from where a code stands, so a code is the same in a small and in a large registry. */
function partsOf(domain: number, position: number): { thing: string; field: string; trouble: Trouble; number: number } {
  const number = domain * PER_DOMAIN + position;
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  return {
    number,
    thing: THINGS[mixed % THINGS.length]!,
    field: FIELDS[(mixed >>> 8) % FIELDS.length]!,
    trouble: TROUBLES[(mixed >>> 16) % TROUBLES.length]!,
  };
}

function apiEntry(domains: string[]): object {
  return {
    title: 'Example API',
    summary: 'Orders, invoices and exports of an example shop.',
    baseUrl: 'https://api.example.com',
    codeStyle: 'SCREAMING_SNAKE_CASE',
    domains,
    envelope: {
      fields: [
        { pointer: '/error/code', type: 'string', role: 'code', meaning: 'Stable; branch on it.' },
        { pointer: '/error/message', type: 'string', role: 'message', meaning: 'For people; it may change.' },
        { pointer: '/error/status', type: 'integer', role: 'status', meaning: 'The HTTP status again.' },
        {
          pointer: '/error/requestId',
          type: 'string',
          role: 'requestId',
          example: 'req_9f2c1a7b',
          meaning: 'Names the request in our logs.',
        },
      ],
      headers: { 'X-Request-Id': { meaning: 'Names the request in our logs.', example: 'req_9f2c1a7b' } },
    },
    unknownCodes: { retry: 'never', meaning: 'Treat a code that is not listed here by its HTTP status.' },
  };
}

function domainEntry(domain: number, count: number): object {
  const positions = Array.from({ length: count }, (_, position) => position);
  return {
    title: `Area ${domain}`,
    summary: `Codes about the orders and exports of area ${domain}.`,
    codes: Object.fromEntries(
      positions.map((position) => [codeAt(domain, position), codeEntry(domain, position, count)]),
    ),
  };
}

function codeEntry(domain: number, position: number, count: number): object {
  const { thing, field, trouble, number } = partsOf(domain, position);
  const words = trouble.name.replaceAll('_', ' ');
  const related = [1, 7].map((step) => codeAt(domain, (position + step) % count));
  return {
    status: trouble.status,
    meaning: `The server looked up the ${thing} that \`${field}\` names and found it ${words}, as rule ${number} of area ${domain} has it. Nothing was written.`,
    remediation: [
      `Read the current ${thing} again and compare its \`${field}\` with the one in your request.`,
      `Correct the \`${field}\`, then send a new request; see \`${related[0]}\` where it is refused again.`,
    ],
    retry: {
      policy: trouble.policy,
      reason: `The ${thing} stays ${words} until something changes. Repeating is safe for reads; for a write, first read whether it was carried out.`,
      ...(trouble.policy === 'backoff' && { delay: 2, attempts: 5 }),
    },
    message: `The ${thing} for this request is ${words} (${field}).`,
    causes: [
      `Another client changed the ${thing} between your read and your write.`,
      `The \`${field}\` that was sent belongs to another account than the ${thing}.`,
    ],
    ...(trouble.policy === 'retry-after' && { headers: { 'Retry-After': '60' } }),
    ...(number % 3 === 0 && {
      fields: [
        {
          pointer: `/error/${field}`,
          type: 'string',
          example: `${field}-${number}`,
          meaning: `The \`${field}\` as it was sent.`,
        },
      ],
    }),
    ...(count > 1 && { related: [...new Set(related)].filter((code) => code !== codeAt(domain, position)) }),
  };
}

const GUIDE = `---
title: Handling errors
summary: How to read an error response, and when to retry a request.
---

## The response

<Envelope />

Branch on the code, never on the message.

## What to do

<Policies />

\`\`\`ts
const response = await fetch(url);
if (!response.ok) throw new ApiError((await response.json()).error.code);
\`\`\`

## The first area

<Codes domain="${domainId(0)}" />

## Codes that are not listed

<UnknownCodes />
`;
