import { counted } from '../model/counted.ts';
import type { Confirmable, Fault, Severity } from '../model/schema/code.ts';
import type { RetryPolicy } from '../model/schema/retry.ts';
import { TRANSIENT_4XX } from '../model/unknown-codes.ts';

/*
 * The interface texts of documents: what every rendering of a code, an API or a guide says beside the registry's own texts.
 * The texts that only the site needs are in src/site/texts.ts, which includes these.
 */

export const documentTexts = {
  lang: 'en',

  code: {
    status: 'Status',
    fault: 'Fault',
    severity: 'Severity',
    sentAs: 'Sent as ',
    inNamespace: ' in the namespace ',
    names: (count: number) => (count === 1 ? 'Other name: ' : 'Other names: '),
    retry: 'Retry',
    since: 'Since',
    documentedSince: 'Documented since',
    domain: 'Domain',
    whatToDo: 'What to do',
    causes: 'Likely causes',
    response: 'Response',
    docsName: 'Name in these docs',
    guides: 'Guides',
    fields: 'Fields',
    fieldsLead: 'In addition to the fields of every error response:',
    headers: 'Headers',
    operations: 'Returned by',
    moreOperations: (operations: number) => `${counted(operations, 'more operation')}: `,
    allOperations: ' lists all of them.',
    otherSteps: 'Other steps apply to ',
    differs: 'differs by operation',
    states: 'Occurs in state',
    versions: 'Other versions',
    seeAlso: 'See also',
    sameStatus: (status: string) => `Also ${status}`,
    allOf: (status: string) => `All codes with ${status}`,
    links: 'Further reading',
    deprecatedSince: (since?: string) => `Deprecated${since ? ` since ${since}` : ''}.`,
    stillSent: 'The API still sends it.',
    retiredSince: (since?: string) =>
      `Retired${since ? ` since ${since}` : ''}. The API no longer sends it; this page remains for old logs.`,
    ownEnvelope: 'Unlike other responses of its domain, this one has the shape ',
    noBody: 'Unlike other responses of its domain, this one has no body.',
    unverified: 'not confirmed by the API’s owner',
    unverifiedExample: (facts: readonly Confirmable[]) =>
      facts.length === 1
        ? `The ${facts[0]} is an example; the API’s owner hasn’t confirmed it.`
        : `The ${facts.join(' and the ')} are examples; the API’s owner hasn’t confirmed them.`,
    successStatus: (statuses: readonly string[]) =>
      `The status ${statuses.join(' or ')} reports success, but the request failed: check the body of every response.`,
    reservedNote: 'Reserved. The API doesn’t currently send this code.',
    replacedBy: 'Use instead:',
    formerly: 'Formerly',
    until: (moment: string) => `until ${moment}`,
    undocumented: 'Not documented yet',
    undocumentedMessage: 'The message of this code isn’t documented yet; the one above is a placeholder.',
  },

  api: {
    envelope: 'Response',
    handling: 'Handling errors',
    guides: 'Guides',
    codes: 'Error codes',
    states: 'States',
    scopes: 'Scopes',
    limits: 'Limits',
    operations: 'Operations',
    manyOperations: (operations: number) =>
      `${counted(operations, 'operation')}. Each code lists the operations that return it.`,
    statuses: 'HTTP statuses',
    version: 'Version',
    baseUrl: 'Base URL',
    support: 'Support',
    unverified: 'Not confirmed by the API’s owner',
    inHeader: 'The error code is in the header ',
    xml: 'The body is XML: each part of a pointer is the name of an element.',
    attributes: ' A part with @ is an attribute, and #text is the text of an element that has attributes.',
    plainText: 'The body is plain text: ',
    envelopeCodes: 'Codes with this response: ',
    several: 'A response may report several errors. Each has its code at ',
    open: 'New fields may be added, so ignore fields that you don’t recognize.',
    closed: 'The body has no other fields.',
    noCodes: 'Response bodies of this API have no error code. An error is identified by its status and message.',
  },

  /** Links to where callers of an API get help. */
  support: { contact: 'Contact support', email: 'Email support', serviceStatus: 'Service status' },

  table: {
    code: 'Code',
    operation: 'Operation',
    status: 'Status',
    retry: 'Retry',
    meaning: 'Meaning',
    whatToDo: 'What to do',
    field: 'Field',
    type: 'Type',
    header: 'Header',
    example: 'Example',
    state: 'State',
    terminal: 'terminal',
    scope: 'Scope',
    firstWait: 'Initial delay',
    attempts: 'Maximum attempts',
    appliesTo: 'Applies to',
    limit: 'Limit',
    codes: 'Codes',
    more: (count: number) => ` and ${counted(count, 'more code')}`,
    codeAfter: 'The code follows the last ',
    codeUntil: 'The code ends before the first ',
    namespaceKey: ' is the namespace of the code.',
    codeBetween: ' and ends before the first ',
    optional: 'optional',
    always: (value: string) => `always ${value}`,
  },

  /** Where a code is in its lifecycle. */
  lifecycle: { retired: 'Retired', deprecated: 'Deprecated', reserved: 'Reserved' },

  severities: {
    error: 'Error',
    warning: 'Warning',
    info: 'Information',
  } satisfies Record<Severity, string>,

  faults: {
    caller: 'Caller',
    service: 'Service',
    upstream: 'Upstream',
  } satisfies Record<Fault, string>,

  retry: {
    never: { label: 'Don’t retry', what: 'The same request fails again until something changes.' },
    refetch: {
      label: 'Refetch, then retry',
      what: 'Read the current state, then decide and send a new request.',
    },
    'retry-after': {
      label: 'Retry after the delay',
      what: 'Wait as long as the response says, then retry.',
    },
    backoff: {
      label: 'Retry with backoff',
      what: 'A temporary failure: retry with exponential backoff and jitter.',
    },
  } satisfies Record<RetryPolicy, { label: string; what: string }>,

  unknownCode: {
    title: 'Unknown codes',
    byStatus: 'Go by the status',
    standard: `Don’t fail on a code that isn’t listed here. Treat ${transientStatuses()} as a temporary failure, and retry with exponential backoff. For any other status, don’t retry the same request.`,
  },

  /** The name of a table of delays and attempts. */
  retries: 'Suggested delays and attempts',

  /** How to retry a request that may take effect twice. */
  writes: {
    title: 'Retrying writes',
    what: 'A retried POST or PATCH can take effect twice. If a code is retryable, its page says whether the request was carried out. If it was not, any method is safe to retry. If it may have been, the method matters:',
  },

  /** A code in the other versions of its API, and what changed between two of them. */
  versions: {
    absent: 'not in this version',
    same: '– nothing changed for callers',
    between: (from: string, to: string) => `Changed from ${from} to ${to}`,
  },

  changes: {
    title: 'What’s new',
    lead: (api: string) => `What changed in the errors of the ${api}, release by release.`,
    between: (from: string, to: string) => `From ${from} to ${to}`,
    betweenLead: (from: string, to: string) => `What changed for callers from ${from} to ${to}.`,
    none: 'No releases yet.',
    levels: {
      breaking: { name: 'Breaking', what: 'Correct client code can fail.' },
      risky: { name: 'Risky', what: 'Client code that relies on undocumented behavior can fail.' },
      safe: { name: 'Safe', what: 'Correct client code is not affected.' },
    },
    first: (codes: number) => `the first release, with ${counted(codes, 'code')}`,
    nothing: 'no changes for callers',
    before: 'Before',
    after: 'After',
    approvedTitle: 'Approved',
  },
};

/** The statuses of temporary failures, as a list for a sentence: `408, 425, 429, or 5xx`. */
export function transientStatuses(show: (status: string) => string = (status) => status): string {
  const all = [...TRANSIENT_4XX.map(String), '5xx'].map(show);
  return `${all.slice(0, -1).join(', ')}, or ${all.at(-1)}`;
}
