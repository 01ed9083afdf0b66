import { IDEMPOTENT_METHODS } from '../../model/effect.ts';
import { isPart } from '../../model/envelope/carried.ts';
import { isElement } from '../../model/envelope/pointer.ts';
import { type Facts, isInBody, type Reference } from './facts.ts';
import { aboutWrites, drawOf, exponential, purposeOf, SECONDS_OR_DATE } from './purpose.ts';
import { comment, inGo } from './quote.ts';

/** The snippet in Go, on net/http. */
export function inGoOf(facts: Facts): string {
  const { policy } = facts.retry;
  const signature =
    policy === 'refetch'
      ? [
          'func send(',
          '\trequest, read *http.Request,',
          '\tdecide func(state *http.Response) *http.Request,',
          ') (*http.Response, error) {',
        ]
      : ['func send(request *http.Request) (*http.Response, error) {'];
  return [
    ...comment(`send ${purposeOf(facts)}`, '//'),
    ...signature,
    ...loop(facts).map((it) => (it === '' ? '' : `\t${it}`)),
    '}',
    ...callOf(facts),
  ].join('\n');
}

function loop(facts: Facts): string[] {
  const { retry, identity, after } = facts;
  const retries = retry.policy !== 'refetch';
  const reads = isInBody(identity) || (retries && after.field !== undefined);
  const { lines, test } = differs(facts);
  return [
    ...(retries ? [...comment(aboutWrites(facts), '//'), ...onceIf(facts)] : []),
    'for attempt := 1; ; attempt++ {',
    ...[
      'response, err := http.DefaultClient.Do(request)',
      `if err != nil ||${facts.success ? '' : ' response.StatusCode < 400 ||'} attempt == ${retry.attempts}${retries && facts.writes !== 'always' ? ' || once' : ''} {`,
      '\treturn response, err',
      '}',
      ...(reads ? READ : []),
      ...(reads && !isInBody(identity) ? PARSE : []),
      ...lines,
      `if ${test} {`,
      '\treturn response, nil',
      '}',
      ...(reads ? [] : ['response.Body.Close()']),
      ...(retries ? repetition(facts) : refetch(facts)),
    ].map((it) => `\t${it}`),
    '}',
  ];
}

/** The body, read so that whoever gets the response can read it again. */
const READ = [
  'raw, _ := io.ReadAll(response.Body)',
  'response.Body.Close()',
  'response.Body = io.NopCloser(bytes.NewReader(raw))',
];
const PARSE = ['var body map[string]any', '_ = json.Unmarshal(raw, &body)'];

/** A key is the caller's to make: Go's standard library has no one way for all its versions. */
function onceIf({ writes, keyHeader }: Facts): string[] {
  if (writes === 'always') return [];
  return [
    `once := ${writes === 'with-key' ? `request.Header.Get(${inGo(keyHeader)}) == ""` : 'true'}`,
    'switch request.Method {',
    `case "", ${IDEMPOTENT_METHODS.map(inGo).join(', ')}:`,
    '\tonce = false',
    '}',
  ];
}

function repetition(facts: Facts): string[] {
  return [
    'if request.GetBody != nil {',
    '\trequest.Body, _ = request.GetBody()',
    '}',
    ...pause(facts),
    'time.Sleep(pause)',
  ];
}

function refetch({ pauses, retry: { delay } }: Facts): string[] {
  return [
    ...(pauses ? [`time.Sleep(${duration(delay)})`] : []),
    'state, err := http.DefaultClient.Do(read)',
    'if err != nil {',
    '\treturn response, err',
    '}',
    'request = decide(state) // nil where nothing would help',
    'state.Body.Close()',
    'if request == nil {',
    '\treturn response, nil',
    '}',
  ];
}

/** Lines that leave the time to wait in `pause`. */
function pause(facts: Facts): string[] {
  const { retry, after, longest } = facts;
  const { policy, delay } = retry;
  const draw =
    policy === 'backoff'
      ? [
          ...comment(drawOf(facts), '//'),
          `most := math.Min(${longest}, ${exponential(delay, 'math.Pow(2, float64(attempt))').replace(' * ', '*')})`,
          `seconds := ${delay} + rand.Float64()*(most-${delay})`,
          'pause := time.Duration(seconds * float64(time.Second))',
        ]
      : [`pause := ${duration(delay)}`];
  const field = after.field && walk('after', after.field);
  if (after.isNumber && field) {
    return [
      ...draw,
      ...field.lines,
      `if seconds, ok := ${field.value}.(float64); ok {`,
      '\tpause = time.Duration(seconds * float64(time.Second))',
      '}',
    ];
  }
  if (!after.header && !field) return draw;
  const header = 'after := response.Header.Get("Retry-After")';
  const said = field ? `fmt.Sprint(${field.value})` : '';
  return [
    ...draw,
    ...(field?.lines ?? []),
    ...(after.header ? [header] : [`after := ${said}`]),
    ...(after.header && field ? ['if after == "" {', `\tafter = ${said}`, '}'] : []),
    ...comment(SECONDS_OR_DATE, '//'),
    'if seconds, err := strconv.Atoi(after); err == nil {',
    '\tpause = time.Duration(seconds) * time.Second',
    '} else if date, err := http.ParseTime(after); err == nil {',
    '\tpause = time.Until(date)',
    '}',
  ];
}

const duration = (delay: number) =>
  Number.isInteger(delay) ? `${delay} * time.Second` : `${Math.round(delay * 1000)} * time.Millisecond`;

function callOf({ request, retry: { policy } }: Facts): string[] {
  if (!request || policy === 'refetch') return [];
  return [
    '',
    `// request, err := http.NewRequest("${request.method}", ${inGo(request.url)}, nil)`,
    '// response, err := send(request)',
  ];
}

/** A condition that holds for everything but the code, and the lines that it needs. */
function differs({ identity, needle, namespaceNeedle }: Facts): { lines: string[]; test: string } {
  const status = identity.by === 'code' ? '' : `response.StatusCode != ${identity.status}`;
  if (identity.by === 'status') return { lines: [], test: status };
  if (needle !== undefined) {
    const lacks = `!bytes.Contains(raw, []byte(${inGo(needle)}))`;
    const other = namespaceNeedle === undefined ? '' : `!bytes.Contains(raw, []byte(${inGo(namespaceNeedle)})) || `;
    return { lines: [], test: identity.by === 'message' ? `${status} || ${lacks}` : other + lacks };
  }
  if (identity.by === 'code' && (identity.at.header !== undefined || isPart(identity.at))) {
    const space = namespaceOf(identity);
    const lines = [...codeLines(identity.at), ...space.lines];
    return { lines, test: `${space.test}code != ${inGo(String(identity.value))}` };
  }
  const { lines, value } = walk('found', identity.at);
  if (identity.by === 'code') {
    const code = typeof identity.value === 'number' ? `float64(${identity.value})` : inGo(identity.value);
    const space = namespaceOf(identity);
    return { lines: [...PARSE, ...lines, ...space.lines], test: `${space.test}${value} != ${code}` };
  }
  const text = inGo(identity.text);
  const said = identity.whole ? `${value} != ${text}` : `!strings.Contains(message, ${text})`;
  const message = identity.whole ? [] : [`message, _ := ${value}.(string)`];
  return { lines: [...PARSE, ...lines, ...message], test: `${status} || ${said}` };
}

/** A condition for another namespace, and the lines that it needs; empty where no field says it. */
function namespaceOf({ namespace }: Extract<Facts['identity'], { by: 'code' }>): { lines: string[]; test: string } {
  if (!namespace) return { lines: [], test: '' };
  const { lines, value } = walk('space', namespace.at);
  return { lines, test: `${value} != ${inGo(namespace.value)} || ` };
}

/** Lines that leave the code of a field or a header in `code`. */
function codeLines(at: Reference): string[] {
  const { header, after, until } = at;
  const field = header === undefined ? walk('found', at) : undefined;
  return [
    ...(field ? [...PARSE, ...field.lines] : []),
    `code := ${field ? `fmt.Sprint(${field.value})` : `response.Header.Get(${inGo(header ?? '')})`}`,
    ...(until === undefined ? [] : [`code, _, _ = strings.Cut(code, ${inGo(until)})`]),
    ...(after === undefined ? [] : [`code = code[strings.LastIndex(code, ${inGo(after)})+1:]`]),
  ];
}

/** From map to map; a key that is missing, or holds no map, leads to an empty one, and an empty array to nothing. */
function walk(name: string, { path }: Reference): { lines: string[]; value: string } {
  const isIndex = (index: number) => index > 0 && isElement(path[index] ?? '');
  const step = (from: string, index: number) =>
    isIndex(index) ? `append(${from}, nil)[${path[index]}]` : `${from}[${inGo(path[index]!)}]`;
  let from = 'body';
  const lines = path.slice(0, -1).map((_, index) => {
    const line = `${name}${index + 1}, _ := ${step(from, index)}.(${isIndex(index + 1) ? '[]any' : 'map[string]any'})`;
    from = `${name}${index + 1}`;
    return line;
  });
  return { lines, value: step(from, path.length - 1) };
}
