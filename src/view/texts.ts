import { counted } from '../model/counted.ts';
import type { Fault } from '../model/schema/code.ts';
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
    fault: 'Whose fault',
    retry: 'Retry',
    since: 'Since',
    documentedSince: 'Documented since',
    domain: 'Domain',
    whatToDo: 'What to do',
    causes: 'Causes',
    response: 'Response',
    docsName: 'Name in these docs',
    guides: 'Guides',
    fields: 'Fields',
    fieldsLead: 'In addition to the fields of every error response:',
    headers: 'Headers',
    operations: 'Returned by',
    states: 'Seen in state',
    seeAlso: 'See also',
    sameStatus: (status: string) => `Also ${status}`,
    allOf: (status: string) => `All codes with ${status}`,
    links: 'Further reading',
    deprecatedSince: (since?: string) => `Deprecated${since ? ` since ${since}` : ''}: still sent, on its way out.`,
    retiredSince: (since?: string) =>
      `Retired${since ? ` since ${since}` : ''}: no longer sent. This page stays for old logs.`,
    reservedNote: 'Reserved: announced, but not sent yet.',
    replacedBy: 'Use instead:',
    formerly: 'Formerly',
    until: (moment: string) => `until ${moment}`,
  },

  api: {
    envelope: 'The response',
    handling: 'How to handle errors',
    guides: 'Guides',
    codes: 'Error codes',
    states: 'States',
    scopes: 'Scopes',
    limits: 'Limits',
    operations: 'Operations',
    statuses: 'HTTP statuses',
    version: 'Version',
    baseUrl: 'Base URL',
    noCodes: 'Bodies of this API carry no code. Status and message together tell the errors apart.',
  },

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
    appliesTo: 'Applies to',
    limit: 'Limit',
    codes: 'Codes',
    optional: 'optional',
    always: (value: string) => `always ${value}`,
  },

  /** Where a code is in its lifecycle. */
  lifecycle: { retired: 'Retired', deprecated: 'Deprecated', reserved: 'Reserved' },

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
    title: 'A code that these docs do not list',
    standard: `Do not crash on it. Treat it by its status: a ${transientStatuses()} as transient, any other 4xx as not to be retried unchanged.`,
  },

  changes: {
    title: 'What’s new',
    lead: (api: string) => `What changed in the errors of the ${api}, release by release, for those who call it.`,
    none: 'There is no release yet.',
    levels: {
      breaking: { name: 'Breaking', what: 'Code that was right is wrong now.' },
      risky: { name: 'Risky', what: 'Code that took more for granted than these docs say may be wrong now.' },
      safe: { name: 'Safe', what: 'No code that was right can notice.' },
    },
    first: (codes: number) => `the first release, with ${counted(codes, 'code')}`,
    nothing: 'nothing that callers see',
    before: 'Before',
    after: 'After',
    approvedTitle: 'Approved',
  },
};

/** The statuses of temporary failures, as a list for a sentence: `5xx, 408, 425 or 429`. */
export function transientStatuses(show: (status: string) => string = (status) => status): string {
  const all = ['5xx', ...TRANSIENT_4XX.map(String)].map(show);
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
