import { counted, type StatusFamily, transientStatuses } from '../../index.ts';

/** What single pages say beside their documents. */
export const pageTexts = {
  brand: 'Errorbook',
  skip: 'Skip to the content',
  breadcrumbs: 'Breadcrumbs',
  onThisPage: 'On this page',
  headLinks: 'Links of this site',
  footLinks: 'More links',
  edit: 'Edit this page',
  builtWith: 'Built from the error registry with Errorbook',

  theme: { label: 'Theme', system: 'Auto', light: 'Light', dark: 'Dark' },

  copy: {
    copied: 'Copied',
    failed: 'Couldn’t copy',
    link: 'Copy link',
    code: 'Copy code',
    status: 'Copy status',
    message: 'Copy message',
    statusAndMessage: 'Copy status and message',
    block: 'Copy',
  },

  /** The forms in which programs read a page, by the id of the artifact. */
  formats: {
    'code-markdown': 'Markdown',
    'code-json': 'JSON',
    'domain-markdown': 'Markdown',
    'guide-markdown': 'Markdown',
  },

  languages: { typescript: 'TypeScript', python: 'Python', go: 'Go', curl: 'curl' },

  home: {
    title: 'Error reference',
    lead: 'What each error means, whether it is safe to retry, and what to do next.',
    apis: 'APIs',
    find: 'Find a code',
    index: 'Index of codes',
    see: 'see',
    indexLead: (codes: number, apis: number) =>
      `${codes === 1 ? 'The only code' : `All ${counted(codes, 'code')}`} of ${apis === 1 ? 'this API' : counted(apis, 'API')}, from A to Z.`,
    family: (count: number, family: StatusFamily) => `${count} × ${family === 'other' ? 'no HTTP status' : family}`,
    count: (codes: number, domains: number) => `${counted(codes, 'code')} in ${counted(domains, 'domain')}`,
    earlier: (versions: number) => (versions === 1 ? 'earlier version: ' : 'earlier versions: '),
  },

  api: {
    programsLead:
      'The same codes and policies as these pages, in machine-readable formats. Copy the files, or fetch them from these addresses.',
    handler: 'A client that handles every code',
    handlerLead:
      'A drop-in replacement for `fetch`. It retries each code as its policy allows, and throws all other errors.',
    handlerFile: 'handler.ts',
    handlerShow: 'Show the source',
  },

  code: {
    handle: 'Handle it',
    languages: 'Language',
    previous: 'Previous',
    next: 'Next',
    source: 'Edit this entry',
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
    contents: 'Contents',
    none: 'No codes match.',
    count: (shown: number, all: number) =>
      shown === all ? counted(all, 'code') : `${shown.toLocaleString('en')} of ${counted(all, 'code')}`,
    instead: 'Use',
  },

  /** What the last release did to a code. */
  news: { new: 'New', changed: 'Changed' },

  /** The page of an earlier spelling of a code, or an earlier id of a domain or guide, which forwards. */
  forward: {
    title: (old: string, now: string) => `${old} is now ${now}`,
    description: (old: string, now: string, api: string) =>
      `The ${api} renamed the error code ${old} to ${now}. Its meaning is unchanged.`,
    lead: 'The code was renamed. Its meaning is unchanged.',
    domain: (now: string, api: string) => `These codes of the ${api} are now listed under ${now}.`,
    guide: (now: string, api: string) => `The ${api} has this guide under ${now} now.`,
    since: (moment: string) => `Renamed in ${moment}.`,
    go: (now: string) => `Go to ${now}`,
    address: 'This address redirects permanently, so links in old messages and logs keep working.',
  },

  statuses: {
    title: 'HTTP statuses',
    lead: (api: string) => `The statuses that these docs list for the ${api}, and the codes that have each.`,
    noCodes: 'No error code has this status.',
  },

  notFound: {
    title: 'Page not found',
    lead: 'If you followed a link in an error message, the code may be newer than these docs, or misspelled.',
    unknown: 'How to handle an unknown code',
    steps: [
      `Check the HTTP status. A ${transientStatuses(bold)} can be temporary: retry with exponential backoff and jitter, and honor \`Retry-After\` if the response has it.`,
      'For any other status, don’t retry the same request.',
      'After a **4xx**, the request was not carried out. After any other status, it may have been: before you retry a POST or PATCH, check whether it took effect.',
      'Keep the full response, including the headers, and note the time, so that support can trace the request.',
    ],
    apis: 'Codes by API',
  },

  families: {
    '1xx': 'Informational',
    '2xx': 'Success',
    '3xx': 'Redirection',
    '4xx': 'Client error',
    '5xx': 'Server error',
    other: 'No HTTP status',
  } satisfies Record<StatusFamily, string>,
};

function bold(status: string): string {
  return `**${status}**`;
}
