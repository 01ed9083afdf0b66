// begin left out
const CODE_PLACES: CodePlace[] = [
  { path: ['errors', '0', 'code', '{namespace}'], after: '', until: '', from: [], names: {} },
  { header: 'X-Error', path: [], after: '#', until: '', from: [], names: { '': 'door' } },
];
// end left out

// Where a code is, in a header or at a path of the body, the characters
// between which it is in a longer value, and what says its namespace: a
// field, a name in the path, or else the place: by code, '' for all others.
type CodePlace = {
  header?: string;
  path: string[];
  after: string;
  until: string;
  from: string[];
  names: Record<string, string>;
};

// The codes of all errors in a response, with their namespaces.
function codesIn(body: any, response: Response): string[] {
  const found = CODE_PLACES.flatMap(({ header, path, after, until, from, names }) => {
    const all = header === undefined ? membersAt(body, path, []) : [{ value: response.headers.get(header), way: [] }];
    return all.flatMap(({ value, way }) => {
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      const head = until === '' ? String(value) : (String(value).split(until)[0] ?? '');
      const code = after === '' ? head : head.slice(head.lastIndexOf(after) + 1);
      const at = path.indexOf('{namespace}');
      const said =
        at >= 0 ? way[at] : from.length > 0 ? besideIn(body, from, way) : names[Object.hasOwn(names, code) ? code : ''];
      if (said === '') return [{ key: way.join('/'), name: code }];
      return typeof said === 'string' ? [{ key: way.join('/'), name: said + '.' + code }] : [];
    });
  });
  // a place that says the namespace comes before one that implies it
  return [...new Map(found.reverse().map(({ key, name }) => [key, name])).values()].reverse();
}

// Every value at a path, with the way there: `0` is any element of an
// array, and `{namespace}` any name.
function membersAt(here: any, path: string[], way: string[]): { value: unknown; way: string[] }[] {
  const [key, ...rest] = path;
  if (key === undefined) return [{ value: here, way }];
  if (typeof here !== 'object' || here === null) return [];
  const isAny = Array.isArray(here) || key === '{namespace}';
  const keys = isAny ? Object.keys(here) : Object.keys(here).filter((it) => it === key);
  return keys.flatMap((it) => membersAt(here[it], rest, [...way, it]));
}

// The value at a path, in the elements of arrays through which a way leads.
function besideIn(body: any, path: string[], way: string[]): unknown {
  let here = body;
  let isShared = true;
  for (const [index, key] of path.entries()) {
    const isElement = Array.isArray(here);
    here = here?.[isElement && isShared ? (way[index] ?? key) : key];
    isShared = isShared && (isElement || way[index] === key);
  }
  return here;
}

// begin left out
export { codesIn };
// end left out
