import { type ChangeLevel, counted, type Fault, type RetryPolicy, type StatusFamily, TRANSIENT_4XX } from '../index.ts';

/** Components, which import nothing of the core, take it from here. */
export { counted };

/*
 * All texts of the interface, in one place, so that other languages can follow.
 * What a registry says is not here: it is shown in its own words.
 */

export const texts = {
  lang: 'en',
  brand: 'Errorbook',
  skip: 'Skip to the content',
  breadcrumbs: 'Breadcrumbs',
  onThisPage: 'On this page',
  builtWith: 'Made from the error registry by Errorbook.',
  theme: { label: 'Theme', system: 'Auto', light: 'Light', dark: 'Dark' },
  copy: {
    copy: 'Copy',
    copied: 'Copied',
    failed: 'Not copied',
    link: 'Copy link',
    code: 'Copy the code',
    block: 'Copy this block',
  },

  /** The forms in which programs read a page, by the id of the artifact. */
  twins: { 'code-markdown': 'Markdown', 'code-json': 'JSON' },

  home: {
    title: 'Error reference',
    lead: 'What each error means, whether it is safe to retry, and what to do next.',
    apis: 'APIs',
    index: 'Index of codes',
    see: 'see',
    indexLead: (codes: number, apis: number) =>
      `All ${codes} codes of ${apis === 1 ? 'this API' : `the ${apis} APIs`}, in alphabetical order. Your browser’s own find works here.`,
    family: (count: number, family: StatusFamily) => `${count} × ${family === 'other' ? 'not HTTP' : family}`,
    count: (codes: number, domains: number) => `${counted(codes, 'code')} in ${counted(domains, 'domain')}`,
  },

  api: {
    envelope: 'The response',
    handling: 'How to handle errors',
    guides: 'Guides',
    domains: 'Domains',
    codes: 'Error codes',
    states: 'States',
    scopes: 'Scopes',
    limits: 'Limits',
    statuses: 'HTTP statuses',
    version: 'Version',
    baseUrl: 'Base URL',
    programs: 'For programs',
    programsLead:
      'Files derived from the same registry as these pages: the same codes, the same policies, to copy or to fetch.',
    handler: 'One client for all of it',
    handlerLead:
      'A function in the place of `fetch` that repeats what may be repeated, as each code asks for, and throws the rest.',
    handlerFile: 'handler.ts',
    handlerShow: 'Read it',
    noCodes: 'Bodies of this API carry no code. Status and message together tell the errors apart.',
    codesIn: (codes: number) => counted(codes, 'code'),
  },

  code: {
    status: 'Status',
    fault: 'Whose fault',
    retry: 'Retry',
    since: 'Since',
    documentedSince: 'Documented since',
    whatToDo: 'What to do',
    causes: 'Causes',
    response: 'Response',
    notHttp: 'This is no HTTP response: it has neither status line nor body.',
    provoke: 'To meet it in a test, start the mock server with `npm run mock`, and ask it:',
    handle: 'Handle it',
    languages: 'Language',
    notHandled: 'It is no error response of HTTP, so there is no status or body that a client could branch on.',
    fields: 'Fields',
    fieldsLead: 'In addition to the fields of every error response:',
    headers: 'Headers',
    operations: 'Returned by',
    states: 'Seen in state',
    seeAlso: 'See also',
    related: 'Related',
    sameStatus: (status: string) => `Also ${status}`,
    allOf: (status: string) => `All codes with ${status}`,
    links: 'Further reading',
    neighbours: (domain: string) => `In ${domain}`,
    previous: 'Previous',
    next: 'Next',
    source: 'Source of this entry',
    examples: 'Examples',
    deprecatedSince: (since?: string) => `Deprecated${since ? ` since ${since}` : ''}: still sent, on its way out.`,
    retiredSince: (since?: string) =>
      `Retired${since ? ` since ${since}` : ''}: no longer sent. This page stays for old logs.`,
    reservedNote: 'Reserved: announced, but not sent yet.',
    replacedBy: 'Use instead:',
    formerly: 'Formerly',
    until: (moment: string) => `until ${moment}`,
    delay: (seconds: number) => `First wait about ${counted(seconds, 'second')}, then longer each time.`,
    wait: (seconds: number) => `Where the response names no delay, wait ${counted(seconds, 'second')}.`,
    attempts: (attempts: number) => `Give up after ${counted(attempts, 'attempt')} in all.`,
    description: (status: string, retry: string) => `${status} · ${retry}`,
  },

  languages: { typescript: 'TypeScript', python: 'Python', go: 'Go', curl: 'curl' },

  table: {
    code: 'Code',
    entry: 'Entry',
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
    file: 'File',
    contents: 'What it holds',
    optional: 'optional',
    always: (value: string) => `always ${value}`,
    none: 'No code matches.',
    instead: 'Use',
  },

  /** The words beside a code: where it is in its life, and what is new about it. */
  marks: { retired: 'Retired', deprecated: 'Deprecated', reserved: 'Reserved', new: 'New', changed: 'Changed' },

  /** The page of a code's other spelling, which forwards to the code. */
  forward: {
    title: (old: string, now: string) => `${old} is now ${now}`,
    description: (old: string, now: string, api: string) =>
      `The error code ${old} of the ${api} is spelled ${now} now. It means the same; this address forwards to it.`,
    lead: 'It is the same code under another spelling, and means what it always meant.',
    since: (moment: string) => `The new spelling holds since ${moment}.`,
    go: (now: string) => `Go to ${now}`,
    address: 'This address forwards there and stays, so that links in old messages and logs still work.',
  },

  /** The page of changes, its feed, and what other pages say of releases. */
  changes: {
    title: 'What’s new',
    lead: (api: string) => `What changed in the errors of the ${api}, release by release, for those who call it.`,
    description: (api: string, release: string, counts: string) =>
      `What changed in the errors of the ${api}, release by release. Last: ${release}, ${counts}.`,
    release: 'Release',
    date: 'Date',
    step: 'Step',
    count: 'Changes',
    steps: { major: 'Major', minor: 'Minor', patch: 'Patch' },
    levels: {
      breaking: { name: 'Breaking', what: 'Code that was right is wrong now.' },
      risky: { name: 'Risky', what: 'Code that took more for granted than these docs say may be wrong now.' },
      safe: { name: 'Safe', what: 'No code that was right can notice.' },
    },
    first: (codes: number) => `the first release, with ${counted(codes, 'code')}`,
    nothing: 'nothing that callers see',
    before: 'Before',
    after: 'After',
    becomes: 'becomes',
    approved: 'Approved:',
    unfold: (count: string) => `Show ${count}`,
    others: 'Also changed:',
    more: (codes: number) => `and ${counted(codes, 'code')} more`,
    moreChanges: (changes: number) => `And ${counted(changes, 'change')} more, on the page.`,
    feed: 'Follow these changes as a feed (Atom)',
    feedTitle: (api: string) => `${api}: changes of its errors`,
    entryTitle: (api: string, release: string, counts: string) => `${api} ${release}: ${counts}`,
    latest: 'Latest changes',
    newIn: (release: string) => `New in ${release}`,
    changedIn: (release: string) => `Changed in ${release}`,
  },

  statuses: {
    title: 'HTTP statuses',
    lead: (api: string) => `Every status that the ${api} answers with, and the codes behind it.`,
    noCodes: 'No error code comes with it.',
  },

  notFound: {
    title: 'No page at this address',
    lead: 'If a link in an error message brought you here, the code may be newer than these docs, or misspelled.',
    unknown: 'How to treat a code that these docs do not know',
    steps: [
      'Look at the HTTP status. A **4xx** says that the request must change: do not repeat it unchanged.',
      `A ${transient(bold)} may pass: repeat with growing pauses and jitter, and wait for \`Retry-After\` where the response has one.`,
      'Repeat an operation that is not idempotent only after you have read whether the first attempt took effect.',
      'Keep the whole response, its headers and the time: with them the code can be found later.',
    ],
    apis: 'Find the code in its API',
  },

  faults: {
    caller: 'Caller',
    service: 'Service',
    upstream: 'Upstream',
  } satisfies Record<Fault, string>,

  retry: {
    never: {
      short: 'Never retry',
      long: 'Do not retry unchanged',
      what: 'The same request fails again until something changes. Mend the cause, then send a new request.',
    },
    refetch: {
      short: 'Refetch',
      long: 'Read the state, then send anew',
      what: 'The request was made for a state that is gone. Read the current state, then decide on a new request.',
    },
    'retry-after': {
      short: 'Retry after delay',
      long: 'Retry after the stated delay',
      what: 'Wait for the delay in the response, then repeat the same request.',
    },
    backoff: {
      short: 'Retry with backoff',
      long: 'Retry with backoff',
      what: 'Transient. Repeat with pauses that double each time and a random part, so that clients do not return all at once.',
    },
  } satisfies Record<RetryPolicy, { short: string; long: string; what: string }>,

  unknownCode: {
    title: 'A code that these docs do not list',
    standard: `Do not crash on it. Treat it by its status: a ${transient()} as transient, any other 4xx as not to be retried unchanged.`,
  },

  families: {
    '1xx': 'Informational',
    '2xx': 'Success',
    '3xx': 'Redirection',
    '4xx': 'The caller must change something',
    '5xx': 'The service could not answer',
    other: 'Not HTTP',
  } satisfies Record<StatusFamily, string>,

  /** For the tables of codes; `{…}` are filled in the browser. */
  tools: {
    label: 'Narrow the tables',
    text: 'Filter by text',
    more: 'More filters',
    domain: 'Domain',
    fault: 'Fault',
    life: 'State',
    current: 'In use',
    notes: 'Notes',
    address: 'Address',
    other: 'not HTTP',
    sort: 'Sort by',
    sortBy: 'Sort by {column}',
    unsorted: 'Order of the registry',
    down: 'descending',
    count: '{shown} of {all} codes shown',
    none: 'No code matches.',
    clear: 'Clear the filters',
    markdown: 'Copy as Markdown',
    csv: 'Copy as CSV',
  },

  /** For the values that a link carries. */
  given: {
    title: 'Your response',
    lead: 'These values stand in the link that you followed. Your browser filled them in; they were sent nowhere, and nobody has checked them.',
    filled: 'The response with your values',
    nameless: '(no name)',
    empty: '(empty)',
    cut: ' … and {left} characters more',
    more: 'The link carries {left} values more; only the first are shown.',
    long: 'The link carries more than 64 KiB, so none of it is shown.',
  },

  /** For those who ask an API's team for help. */
  support: {
    copy: 'Copy for support',
    contact: 'Contact support',
    email: 'Email support',
    serviceStatus: 'Service status',
    labels: { code: 'Code', status: 'Status', requestId: 'Request ID', time: 'Time', page: 'Docs' },
  },

  /** For the page of unknown addresses, once a script has found out which API the address means. */
  meant: {
    title: 'Did you mean',
    exact: 'The code {code} is documented here:',
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

  decode: {
    nav: 'Decode',
    title: 'Decode a response',
    lead: 'Paste what your client got: a body, a response with its headers, or lines of a log. Every error in it is explained. Nothing you paste leaves your browser.',
    short:
      'Paste an error response, or lines of a log, and every error in it is explained. Nothing leaves your browser.',
    open: 'All about decoding',
    placeholder: 'HTTP/1.1 401 Unauthorized …',
    submit: 'Decode',
    response: 'Try a response',
    log: 'Try a line of a log',
    body: 'Try a body alone',
    byHand: 'By hand',
    byHandLead:
      'Without scripts, or for an API that is not here, the code of an error is found like this, and then in the tables of its API.',
    where: (api: string) => `In the ${api}`,
    codeAt: (pointers: string) => `the code stands at ${pointers} in the body`,
    noCode: (pointers: string) => `bodies carry no code; the status and the text at ${pointers} tell errors apart`,
    steps: [
      'Take the whole response: `curl -i` shows the status line, the headers and the body.',
      `The status line gives the status. A **4xx** asks for another request; a ${transient(bold)} may pass.`,
      'Find the code in the body, where the list below says it is. In a log the body may stand in a string, with a backslash before each quote.',
      'Look the code up in the tables of its API. Where it is not there, treat it by the rule for unknown codes on the same page.',
      '`Retry-After` is a number of seconds, or a date in GMT, before which the same request need not be sent again.',
    ],
    // what the script says; all of it goes to the page in one attribute
    script: {
      failed: 'The list of codes could not be loaded. Reload the page to try again.',
      waiting: 'The list of codes is being loaded …',
      copy: 'Copy a link to this',
      copied: 'Copied. The link itself holds the text.',
      tooLong: 'The text is too long for a link. Send the text itself.',
      notCopied: 'Not copied. The address of this page is the link now.',
      removed: 'A link leaves out what may be secret: {list}. The whole text stays in this field.',
      secrets: {
        token: 'token',
        cookie: 'cookie',
        key: 'key',
        password: 'password',
        email: 'email address',
        random: 'random string',
      },
      badLink: 'The link is damaged: its text could not be read. Paste the text itself.',
      clear: 'Clear',
      line: 'Line',
      times: 'times',
      status: 'Status',
      fault: 'Whose fault',
      retry: 'Retry',
      attempts: 'Attempts in all',
      delay: 'First wait, in seconds',
      differences: 'Where the response and the docs disagree',
      whatToDo: 'What to do',
      values: 'Found in it',
      inMessage: 'in the message',
      otherRequests: 'Other requests',
      unknown: 'These docs do not list it',
      unknownRule: 'How this API wants unknown codes treated',
      nearest: 'Spelled alike',
      sameStatus: 'With the same status',
      alsoIn: 'It may just as well come from',
      bareStatus: 'This is a status without a code.',
      codesWith: 'Codes with this status',
      noCodesWith: 'No code of these APIs has this status.',
      more: 'and {count} more',
      mean: 'Did you mean',
      replacedBy: 'Use instead',
      noStatus: 'not given',
    },
  },

  /** For a preview, which no reader of the docs sees. */
  preview: {
    name: 'Preview',
    title: 'What changes',
    note: (counts: string) => `A preview, not the docs. ${counts}`,
    all: 'All changes, before and after',
    lead: (against: string) => `Compared with ${against}.`,
    none: 'Every page reads as before.',
    here: 'In this preview',
    marks: { added: 'new', removed: 'removed', breaking: 'breaking change', risky: 'risky change', safe: 'changed' },
    levels: {
      breaking: ['Breaking', 'code that was right is wrong now'],
      risky: ['Risky', 'code that took more for granted than the docs say may be wrong now'],
      safe: ['Safe', 'no code that was right can notice'],
    } satisfies Record<ChangeLevel, [string, string]>,
    from: 'Before',
    to: 'After',
    reason: 'Why it matters',
    mend: 'Without the harm',
    approved: (until: string) => `Approved until ${until}`,
    pages: 'Pages before and after',
    open: 'Open its page',
    moreChanges: (changes: number) =>
      `${counted(changes, 'more change')} of this level; \`npm run diff\` lists them all.`,
    more: (codes: number) =>
      `${counted(codes, 'more code')} changed; each is marked on its own page and in the tables.`,
    noBefore: 'There was no such page.',
    noAfter: 'There is no such page any more.',
  },

  search: {
    name: 'Search',
    field: 'Search codes, statuses, messages',
    failed: 'The search index could not be loaded. Type on to try again.',
    close: 'Close',
    slash: 'The key / opens the search',
    labels: {
      hits: 'Codes that match',
      one: '1 code',
      many: '# codes',
      first: 'The first # codes; type more to narrow them.',
      none: 'No code matches. Try one word of the message, or the status.',
      hint: 'A code or a part of it, a status (`403`, `4xx`, `forbidden`), a message, with its values in it if you like. Narrow with `api:`, `domain:`, `status:` and `retry:`.',
      keys: '↑ ↓ to choose, Enter to open, Esc to close',
    },
  },
};

/** The statuses of temporary failures, as a list for a sentence: `5xx, 408, 425 or 429`. */
function transient(show: (status: string) => string = (status) => status): string {
  const all = ['5xx', ...TRANSIENT_4XX.map(String)].map(show);
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

function bold(status: string): string {
  return `**${status}**`;
}
