import type { KeyTexts } from '../../shared/key-texts.ts';

/** What scripts say, in attributes of the pages that load them. */
export const scriptTexts = {
  /** For the tables of codes; `{…}` are filled in the browser. */
  tools: {
    label: 'Filter the table',
    text: 'Filter',
    copy: 'Copy',
    domain: 'Domain',
    fault: 'Fault',
    lifecycle: 'State',
    current: 'In use',
    notes: 'Notes',
    address: 'Address',
    other: 'not HTTP',
    sort: 'Sort by',
    sortBy: 'Sort by {column}',
    unsorted: 'Sort: as listed',
    down: 'descending',
    count: '{shown} of {all} codes',
    none: 'No code matches.',
    clear: 'Clear',
    markdown: 'As Markdown',
    csv: 'As CSV',
  },

  /** For the list of keyboard shortcuts. */
  keys: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    keys: [
      ['/ Ctrl+K', 'Search'],
      ['↑ ↓', 'Choose a result'],
      ['Enter', 'Open it'],
      ['Esc', 'Close'],
      ['?', 'Show this list'],
    ],
  } satisfies KeyTexts,

  /** For the values that a link carries. */
  linkValues: {
    title: 'Your response',
    lead: 'These values stand in the link that you followed. Your browser filled them in; they were sent nowhere, and nobody has checked them.',
    filled: 'The response with your values',
    nameless: '(no name)',
    empty: '(empty)',
    cut: ' … and {left} characters more',
    more: 'The link carries {left} values more; only the first are shown.',
    long: 'The link carries more than 64 KiB, so none of it is shown.',
  },

  /** For the page of unknown addresses, once a script has found out which API the address means. */
  suggestions: {
    title: 'Did you mean',
    unknown: 'These docs list no code {code} of the {api}. The nearest are:',
    none: 'These docs list no code {code} of the {api}, and none that is near it.',
    noPage: 'The {api} has no such page. The nearest are:',
    all: 'All codes of the {api}',
    rule: 'What the {api} says of codes that are not listed:',
    status: 'Your response had the status {status}.',
    families: {
      '4xx': 'A 4xx says that the request must change. Do not repeat it unchanged.',
      '5xx':
        'A 5xx says that the service could not answer. It may pass: repeat reads with growing pauses, and before you repeat anything else read whether it took effect.',
      passing: 'It may pass: wait for the delay in Retry-After, or with growing pauses, then repeat the request.',
      other: 'It is no error status of HTTP. Treat the code as one that must not be repeated.',
    },
  },
};
