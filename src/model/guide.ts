/** What a guide's component takes: names of attributes, and what each names in the registry. */
export type GuideAttribute =
  | 'codes'
  | 'code'
  | 'domain'
  | 'status'
  | 'retry'
  | 'fault'
  | 'state'
  | 'envelope'
  | 'states';

const FILTERS = {
  codes: 'codes',
  domain: 'domain',
  status: 'status',
  retry: 'retry',
  fault: 'fault',
  state: 'state',
} as const satisfies Record<string, GuideAttribute>;

/** The components that a guide may use, with their attributes; all values are texts in quotes. */
export const GUIDE_COMPONENTS = {
  Codes: FILTERS,
  CodeList: FILTERS,
  Envelope: { name: 'envelope' },
  Example: { code: 'code' },
  Headers: { name: 'envelope' },
  Policies: {},
  Retries: FILTERS,
  UnknownCodes: {},
  States: { group: 'states' },
  Scopes: {},
  Limits: {},
  Statuses: {},
} as const satisfies Record<string, Record<string, GuideAttribute>>;

export type GuideComponentName = keyof typeof GUIDE_COMPONENTS;

export function isGuideComponent(name: string): name is GuideComponentName {
  return Object.hasOwn(GUIDE_COMPONENTS, name);
}

/** The items of an attribute that takes a list: `codes="A B C"`. */
export function listOf(value: string): string[] {
  return value.split(/[\s,]+/).filter(Boolean);
}
