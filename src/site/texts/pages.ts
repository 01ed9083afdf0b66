import { counted, type StatusFamily, transientStatuses } from '../../index.ts';

/** What single pages say beside their documents. */
export const pageTexts = {
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
  formats: { 'code-markdown': 'Markdown', 'code-json': 'JSON', 'guide-markdown': 'Markdown' },

  languages: { typescript: 'TypeScript', python: 'Python', go: 'Go', curl: 'curl' },

  home: {
    title: 'Error reference',
    lead: 'What each error means, whether it is safe to retry, and what to do next.',
    apis: 'APIs',
    find: 'Find a code',
    index: 'Index of codes',
    see: 'see',
    indexLead: (codes: number, apis: number) =>
      `All ${codes} codes of ${apis === 1 ? 'this API' : `the ${apis} APIs`}, in alphabetical order. Your browser’s own find works here.`,
    family: (count: number, family: StatusFamily) => `${count} × ${family === 'other' ? 'not HTTP' : family}`,
    count: (codes: number, domains: number) => `${counted(codes, 'code')} in ${counted(domains, 'domain')}`,
  },

  api: {
    programsLead:
      'Files derived from the same registry as these pages: the same codes, the same policies, to copy or to fetch.',
    handler: 'One client for all of it',
    handlerLead:
      'A function in the place of `fetch` that repeats what may be repeated, as each code asks for, and throws the rest.',
    handlerFile: 'handler.ts',
    handlerShow: 'Read it',
  },

  code: {
    provoke: 'To meet it in a test, start the mock server with `npm run mock`, and ask it:',
    handle: 'Handle it',
    languages: 'Language',
    notHandled: 'It is no error response of HTTP, so there is no status or body that a client could branch on.',
    previous: 'Previous',
    next: 'Next',
    source: 'Source of this entry',
    feedback: {
      link: 'Was this helpful?',
      issueTitle: (code: string) => `Feedback on ${code}`,
      issueBody: (code: string, address: string) =>
        `Code: ${code}\nPage: ${address}\n\nDid this page help? What is missing or wrong?\n\n`,
    },
    description: (status: string, retry: string) => `${status} · ${retry}`,
  },

  table: {
    entry: 'Entry',
    firstStep: 'First step',
    file: 'File',
    contents: 'What it holds',
    none: 'No code matches.',
    instead: 'Use',
  },

  /** What the last release did to a code. */
  news: { new: 'New', changed: 'Changed' },

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
      `A ${transientStatuses(bold)} may pass: repeat with growing pauses and jitter, and wait for \`Retry-After\` where the response has one.`,
      'Repeat an operation that is not idempotent only after you have read whether the first attempt took effect.',
      'Keep the whole response, its headers and the time: with them the code can be found later.',
    ],
    apis: 'Find the code in its API',
  },

  families: {
    '1xx': 'Informational',
    '2xx': 'Success',
    '3xx': 'Redirection',
    '4xx': 'The caller must change something',
    '5xx': 'The service could not answer',
    other: 'Not HTTP',
  } satisfies Record<StatusFamily, string>,
};

function bold(status: string): string {
  return `**${status}**`;
}
