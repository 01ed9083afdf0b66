/** The texts of the navigation and of the reference pages of an API. */
export const shellTexts = {
  menu: 'Menu',
  navigation: 'Pages of this API',
  apis: 'All APIs',
  switchApi: 'Switch API',
  codes: 'Codes',
  all: (count: number) => `All ${count.toLocaleString('en')}`,
  allDomains: (count: number) => `All ${count.toLocaleString('en')} domains`,
  pages: {
    response: 'Response',
    handling: 'Handling',
    guides: 'Guides',
    statuses: 'Statuses',
    operations: 'Operations',
    states: 'States',
    limits: 'Limits',
    scopes: 'Scopes',
    limitsAndScopes: 'Limits and scopes',
    changes: 'Changes',
    files: 'Files',
  },
  api: {
    title: (api: string) => `${api} errors`,
    branch: (href: string, shapes: number, pointers: string, hasCodes: boolean) => {
      const shape = shapes === 1 ? 'one response shape' : `one of ${shapes} response shapes`;
      return `Every error has <a href="${href}">${shape}</a>; ${hasCodes ? `branch on ${pointers}` : `tell errors apart by status and ${pointers}`}.`;
    },
    more: 'More about this API',
    find: (codes: number) => `Find one of ${codes.toLocaleString('en')} codes`,
    findButton: 'Find',
  },
  response: {
    title: 'Response',
    lead: (api: string) =>
      `What an error response of the ${api} looks like: an example, and every field and header in it.`,
  },
  handling: {
    title: 'Handling errors',
    policies: 'Retry or not',
    which: 'Which error is it?',
    byStatus: 'These docs name no field that identifies an error. Go by the status.',
    listed: 'Do these docs list it?',
    no: 'No',
    yes: 'Yes',
    go: 'Its page states one of the retry policies below.',
    policy: 'Which retry policy does it have?',
    writes: 'Is the request a write, such as a POST or PATCH?',
    lead: (api: string) =>
      `What a client of the ${api} does about an error: by retry policy, for codes it does not know, and in code.`,
  },
  files: { title: 'Files for programs' },
  guides: {
    title: 'Guides',
    lead: (api: string) => `How to deal with the errors of the ${api}, task by task.`,
  },
  operations: {
    title: 'Operations',
    lead: (api: string) => `The operations of the ${api}, and the codes that each can return.`,
  },
  states: {
    title: 'States',
    passing: 'Not terminal',
    terminal: 'Terminal: nothing leads out by itself',
    lead: (api: string) => `The states that the errors of the ${api} refer to.`,
  },
  limits: {
    lead: (api: string) => `What the ${api} allows, and the codes that say that a limit was reached.`,
  },
  paging: {
    label: 'Pages of this list',
    page: (number: number, of: number) => `Page ${number} of ${of}`,
    previous: 'Previous page',
    next: 'Next page',
  },
};
