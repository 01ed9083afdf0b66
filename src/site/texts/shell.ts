import { counted } from '../../index.ts';

/** The texts of the navigation and of the reference pages of an API. */
export const shellTexts = {
  menu: 'Menu',
  navigation: 'Pages of this API',
  apis: 'All APIs',
  switchApi: 'Switch API',
  version: (name: string) => `Version ${name}`,
  newest: (version: string) => `${version} (newest)`,
  codes: 'Codes',
  all: (count: number) => `All ${count.toLocaleString('en')}`,
  allCodes: (count: number) => `All ${count.toLocaleString('en')} codes`,
  allDomains: (count: number) => `All ${count.toLocaleString('en')} domains`,
  allStates: (count: number) => `All ${count.toLocaleString('en')} states`,
  allLimits: (count: number) => `All ${count.toLocaleString('en')} limits`,
  allScopes: (count: number) => `All ${count.toLocaleString('en')} scopes`,
  allStatuses: (count: number) => `All ${count.toLocaleString('en')} statuses`,
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
    header: (name: string) => `the header ${name}`,
    branch: (href: string, shapes: number, pointers: string, hasCodes: boolean) => {
      const how = hasCodes ? `Branch on ${pointers}` : `Identify errors by the status and ${pointers}`;
      const where = shapes === 1 ? 'response' : `response, which has one of ${shapes} shapes`;
      return `${how} in the <a href="${href}">${where}</a>.`;
    },
    more: 'More about this API',
    find: (codes: number) => `Find one of ${counted(codes, 'code')}`,
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
      `Which errors of the ${api} to retry, what to do about unknown codes, and a client that does both.`,
  },
  files: { title: 'Files for programs' },
  guides: {
    title: 'Guides',
    lead: (api: string) => `How to handle the errors of the ${api}, task by task.`,
  },
  operations: {
    title: 'Operations',
    lead: (api: string) => `The operations of the ${api}, and the codes that each can return.`,
  },
  states: {
    title: 'States',
    passing: 'Not terminal',
    terminal: 'Terminal: doesn’t change on its own',
    lead: (api: string) => `The states that matter when you handle errors of the ${api}.`,
  },
  limits: {
    lead: (api: string) => `The limits of the ${api}, and the codes that it returns when you reach one.`,
    scopesLead: (api: string) => `The scopes that the ${api} documents.`,
  },
  paging: {
    label: 'Pages of this list',
    page: (number: number, of: number) => `Page ${number} of ${of}`,
    previous: 'Previous page',
    next: 'Next page',
    later: 'On later pages',
  },
};
