/** The renderings of a code. */
export const RENDERINGS = ['page', 'markdown', 'terminal', 'decoder', 'preview'] as const;

export type Rendering = (typeof RENDERINGS)[number];

/** Fields of the files that are never published, and why. */
export const UNPUBLISHED: Readonly<Record<string, string>> = {
  visibility: 'It decides whether a code is published.',
  waive: 'Its reasons are for the team that keeps the registry; callers can do nothing with them.',
};

/** Fields that some renderings leave out, and why. */
interface Exemption {
  fields: readonly string[];
  of: readonly Rendering[];
  reason: string;
}

export const EXEMPTIONS: readonly Exemption[] = [
  {
    fields: ['meta.team', 'meta.runbook.priority'],
    of: RENDERINGS,
    reason: 'It is data for programs of the API team, which read it in errors.json.',
  },
  {
    fields: ['file', 'line'],
    of: ['markdown', 'terminal', 'decoder', 'preview'],
    reason: 'It is where the entry is kept, for those who edit it; the page links to it.',
  },
  {
    fields: ['aliases.address'],
    of: RENDERINGS,
    reason: 'Nothing links to the page that forwards from an alias; old messages do.',
  },
  {
    fields: ['statuses.meaning'],
    of: RENDERINGS,
    reason: 'It holds for every code with the status, and is said once, in the table of statuses.',
  },
  {
    fields: ['fields.role'],
    of: RENDERINGS,
    reason: 'It tells programs what fills the field; the example and the meaning say it to people.',
  },
  {
    fields: ['envelope', 'examples.name', 'examples.overrides', 'headers (name)', 'headers.value'],
    of: ['decoder'],
    reason: 'The response that is decoded shows its own shape and values.',
  },
  {
    fields: ['statuses.status', 'statuses.title'],
    of: ['decoder'],
    reason: 'The answer names the status that was received.',
  },
  {
    fields: [
      'aliases.code',
      'aliases.reason',
      'aliases.since',
      'causes',
      'deprecated.reason',
      'deprecated.since',
      'domain',
      'fields.items.const',
      'fields.items.example',
      'fields.items.meaning',
      'fields.items.pointer',
      'fields.items.type',
      'fields.meaning',
      'fields.optional',
      'fields.pointer',
      'fields.type',
      'headers.meaning',
      'links.href',
      'links.title',
      'operations.meaning',
      'operations.operation',
      'operations.remediation',
      'operations.retry.attempts',
      'operations.retry.delay',
      'operations.retry.policy',
      'operations.retry.reason',
      'operations.statuses.family',
      'operations.statuses.status',
      'operations.statuses.title',
      'related',
      'retired.reason',
      'retired.since',
      'since',
      'states',
    ],
    of: ['decoder'],
    reason:
      'A browser loads the index of all codes at once, so it holds what identifies an error and what to do; the answer links to the page.',
  },
];
