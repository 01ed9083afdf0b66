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
    other: 'no HTTP status',
    sort: 'Sort by',
    sortBy: 'Sort by {column}',
    unsorted: 'Sort: as listed',
    down: 'descending',
    count: '{shown} of {all} codes',
    none: 'No codes match.',
    clear: 'Clear',
    markdown: 'As Markdown',
    csv: 'As CSV',
  },

  /** For those who ask an API's team for help; the labels are those of what is copied, separated by commas. */
  support: { copy: 'Copy for support', labels: 'Code,Status,Request ID,Time,Docs' },

  /** For the page of unknown addresses, once a script has found out which API the address means. */
  suggestions: {
    title: 'Did you mean',
    exact: 'The code {code} is documented here:',
    unknown: 'The {api} docs don’t list {code}. The closest matches are:',
    none: 'The {api} docs don’t list {code}, or anything close to it.',
    noPage: 'The {api} docs have no such page. The closest matches are:',
    all: 'All codes of the {api}',
    rule: 'How to handle unknown codes of the {api}:',
    status: 'Your response had the status {status}.',
    families: {
      '4xx': 'A 4xx means that you have to change the request. Don’t retry it unchanged.',
      '5xx':
        'A 5xx is a failure of the service and can be temporary: retry with exponential backoff. Before you retry a POST or PATCH, check whether it took effect.',
      passing:
        'This can be temporary: wait as long as Retry-After says, or use exponential backoff, then retry. The request was not carried out.',
      other: 'This is not an HTTP error status. Don’t retry.',
    },
  },
};
