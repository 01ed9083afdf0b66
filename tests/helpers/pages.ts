import { type Api, boundedAddressOf, type Code, type Registry } from '../../src/index.ts';
import { EVERYTHING } from './everything.ts';
import { present } from './present.ts';

/** A page of a site: what it is an example of, and its address below the base path. */
interface PageType {
  name: string;
  path: string;
}

/** The address of a code's page below the base path. */
export function codePath(api: Api, code: Code): string {
  return `${api.id}/errors/${code.address}/`;
}

/** The addresses below the base path that only forward: each with the one of its code. */
export function forwardPaths({ apis }: Registry): { path: string; to: string }[] {
  return apis.flatMap((api) =>
    api.codes.flatMap((code) =>
      code.aliases.map(({ address }) => ({ path: `${api.id}/errors/${address}/`, to: codePath(api, code) })),
    ),
  );
}

/** Pages that stay out of the sitemap and of search engines, because what they show depends on their query. */
export const UNLISTED = ['search/'];

/** Every page that a registry must have, in the words of the product's table of addresses; `404.html` apart. */
export function allPaths(registry: Registry): string[] {
  return [
    '',
    'decode/',
    ...UNLISTED,
    ...registry.apis.flatMap((api) => [
      `${api.id}/`,
      ...(Object.keys(api.envelopes).length > 0 ? [`${api.id}/response/`] : []),
      `${api.id}/handling/`,
      `${api.id}/files/`,
      `${api.id}/statuses/`,
      ...api.statuses.map(({ status }) => `${api.id}/statuses/${boundedAddressOf(String(status))}/`),
      ...(Object.keys(api.states).length > 0 ? [`${api.id}/states/`] : []),
      ...(api.limits.length > 0 || Object.keys(api.scopes).length > 0 ? [`${api.id}/limits/`] : []),
      ...(api.codes.some(({ operations }) => operations.length > 0) ? [`${api.id}/operations/`] : []),
      ...(api.guides.length > 0 ? [`${api.id}/guides/`] : []),
      ...(api.releases.length > 0 || api.previousVersion !== undefined ? [`${api.id}/changes/`] : []),
      ...api.domains.map(({ id }) => `${api.id}/domains/${id}/`),
      ...api.guides.map(({ id }) => `${api.id}/guides/${id}/`),
      ...api.codes.map((code) => codePath(api, code)),
    ]),
  ];
}

/**
 * Of each kind of page the first, and every fourth after it: what a test run looks at where it can't open hundreds of pages; all of
 * them if ERRORBOOK_TESTS is `all`.
 */
export function somePaths(registry: Registry): string[] {
  const seen = new Map<string, number>();
  return allPaths(registry).filter((path) => {
    const kind = path.replace(/^[^/]+/, '').replace(/^(\/[^/]+\/).+/, '$1');
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    return EVERYTHING || before % 4 === 0;
  });
}

const API_KINDS: Record<string, (api: Api) => boolean> = {
  'an API': () => true,
  'an API with scopes': ({ scopes }) => Object.keys(scopes).length > 0,
  'an API with states and limits': ({ states, limits }) => Object.keys(states).length > 0 && limits.length > 0,
  'an API without codes in its bodies': ({ sendsCodes }) => !sendsCodes,
};

const PAGE_KINDS: Record<string, (api: Api) => boolean> = {
  states: ({ states }) => Object.keys(states).length > 0,
  limits: ({ limits }) => limits.length > 0,
  operations: ({ codes }) => codes.some(({ operations }) => operations.length > 0),
};

const CODE_KINDS: Record<string, (code: Code) => boolean> = {
  'a code': () => true,
  'a code with fields of its own': ({ fields }) => fields.length > 0,
  'a code with headers': ({ headers }) => Object.keys(headers).length > 0,
  'a reserved code': ({ reserved }) => reserved,
  'a code without HTTP': ({ statuses }) => statuses[0]?.family === 'other',
  'a code with several examples': ({ examples }) => examples.length > 1,
};

/** Pages that only a registry with a history has. */
export function pagesOverTime({ apis }: Registry): PageType[] {
  const codes = apis.flatMap((api) => api.codes.map((code) => ({ api, code })));
  const kinds: Record<string, (code: Code) => boolean> = {
    'a retired code': ({ retired }) => retired?.replacedBy !== undefined,
    'a deprecated code': ({ deprecated }) => deprecated?.replacedBy !== undefined,
    'a reserved code': ({ reserved }) => reserved,
    'a code with aliases': ({ aliases }) => aliases.length > 1,
  };
  const grown = present(apis.find(({ releases }) => releases.length > 1));
  return [
    { name: 'the home page with releases', path: '' },
    { name: 'an API with releases', path: `${grown.id}/` },
    {
      name: 'a domain with codes in all states of the lifecycle',
      path: `${grown.id}/domains/${present(grown.domains[0]).id}/`,
    },
    { name: 'the statuses of such codes', path: `${grown.id}/statuses/` },
    { name: 'the changes', path: `${grown.id}/changes/` },
    ...Object.entries(kinds).map(([name, wanted]) => {
      const { api, code } = present(codes.find((it) => wanted(it.code)));
      return { name, path: codePath(api, code) };
    }),
  ];
}

/** One page of every type, found in the registry by what its entry holds; a type without an entry is an error. */
export function pageTypes({ apis }: Registry): PageType[] {
  const codes = apis.flatMap((api) => api.codes.map((code) => ({ api, code })));
  const first = <T>(name: string, among: readonly T[], wanted: (it: T) => boolean): T => {
    const found = among.find(wanted);
    if (!found) throw new Error(`The registry has no example of ${name}.`);
    return found;
  };
  const guided = first('a guide', apis, ({ guides }) => guides.length > 0);
  const ofApis = Object.entries(API_KINDS).map(([name, wanted]) => ({
    name,
    path: `${first(name, apis, wanted).id}/`,
  }));
  const ofCodes = Object.entries(CODE_KINDS).map(([name, wanted]) => {
    const { api, code } = first(name, codes, (it) => wanted(it.code));
    return { name, path: codePath(api, code) };
  });
  const ofKinds = Object.entries(PAGE_KINDS).map(([page, wanted]) => ({
    name: `the ${page}`,
    path: `${first(page, apis, wanted).id}/${page}/`,
  }));
  const pages = [
    { name: 'the home page', path: '' },
    ...ofApis,
    { name: 'a domain', path: `${guided.id}/domains/${present(guided.domains[0]).id}/` },
    ...ofCodes,
    { name: 'the statuses', path: `${guided.id}/statuses/` },
    {
      name: 'a status',
      path: `${guided.id}/statuses/${boundedAddressOf(String(present(guided.statuses[0]).status))}/`,
    },
    { name: 'the response', path: `${guided.id}/response/` },
    { name: 'the handling', path: `${guided.id}/handling/` },
    { name: 'the files', path: `${guided.id}/files/` },
    { name: 'the guides', path: `${guided.id}/guides/` },
    ...ofKinds,
    { name: 'a guide', path: `${guided.id}/guides/${present(guided.guides[0]).id}/` },
    { name: 'the decoder', path: 'decode/' },
    { name: 'the search page', path: 'search/' },
    { name: 'the page of unknown addresses', path: '404.html' },
  ];
  return pages.filter(({ path }, index) => pages.findIndex((other) => other.path === path) === index);
}
