import type { Facts, Reference, Sign } from './facts.ts';
import { drawOf, growing, KEYED, ONCE, purposeOf, SECONDS_OR_DATE } from './purpose.ts';
import { inGo, remark } from './quote.ts';

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
    ...remark(`send ${purposeOf(facts)}`, '//'),
    ...signature,
    ...(policy === 'never' ? once(facts) : loop(facts)).map((it) => (it === '' ? '' : `\t${it}`)),
    '}',
    ...callOf(facts),
  ].join('\n');
}

function once({ sign, advice, code }: Facts): string[] {
  const { lines, test } = matches(sign, false);
  return [
    'response, err := http.DefaultClient.Do(request)',
    'if err != nil || response.StatusCode < 400 {',
    '\treturn response, err',
    '}',
    ...(sign.by === 'status' ? [] : READ),
    ...lines,
    `if ${test} {`,
    ...remark(advice, '//', '\t'),
    `\treturn response, errors.New(${inGo(code)})`,
    '}',
    'return response, nil // another error',
  ];
}

function loop(facts: Facts): string[] {
  const { retry, sign, after } = facts;
  const repeats = retry.policy !== 'refetch';
  const reads = sign.by !== 'status' || (repeats && after.field !== undefined);
  const { lines, test } = matches(sign, true);
  return [
    ...(repeats ? [...remark(facts.keyed ? KEYED : ONCE, '//'), onceIf(facts)] : []),
    'for attempt := 1; ; attempt++ {',
    ...[
      'response, err := http.DefaultClient.Do(request)',
      `if err != nil || response.StatusCode < 400 || attempt == ${retry.attempts}${repeats ? ' || once' : ''} {`,
      '\treturn response, err',
      '}',
      ...(reads ? READ : []),
      ...(reads && sign.by === 'status' ? PARSE : []),
      ...lines,
      `if ${test} {`,
      '\treturn response, nil',
      '}',
      ...(reads ? [] : ['response.Body.Close()']),
      ...(repeats ? repetition(facts) : refetch(facts)),
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
function onceIf({ keyed }: Facts): string {
  const unsafe = 'request.Method == "POST" || request.Method == "PATCH"';
  return keyed ? `once := (${unsafe}) && request.Header.Get("Idempotency-Key") == ""` : `once := ${unsafe}`;
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
          ...remark(drawOf(facts), '//'),
          `most := math.Min(${longest}, ${growing(delay, 'math.Pow(2, float64(attempt))').replace(' * ', '*')})`,
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
    ...remark(SECONDS_OR_DATE, '//'),
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

/** A condition that holds for the code alone, or for all but it, and the lines that it needs. */
function matches(sign: Sign, negated: boolean): { lines: string[]; test: string } {
  const [is, and, not] = negated ? ['!=', '||', '!'] : ['==', '&&', ''];
  const status = sign.by === 'code' ? '' : `response.StatusCode ${is} ${sign.status}`;
  if (sign.by === 'status') return { lines: [], test: status };
  const { lines, value } = walk('found', sign.at);
  if (sign.by === 'code') {
    const code = typeof sign.value === 'number' ? `float64(${sign.value})` : inGo(sign.value);
    return { lines: [...PARSE, ...lines], test: `${value} ${is} ${code}` };
  }
  const text = inGo(sign.text);
  const said = sign.whole ? `${value} ${is} ${text}` : `${not}strings.Contains(message, ${text})`;
  const message = sign.whole ? [] : [`message, _ := ${value}.(string)`];
  return { lines: [...PARSE, ...lines, ...message], test: `${status} ${and} ${said}` };
}

/** From map to map; a key that is missing, or holds no map, leads to an empty one. */
function walk(name: string, { path }: Reference): { lines: string[]; value: string } {
  let from = 'body';
  const lines = path.slice(0, -1).map((key, index) => {
    const line = `${name}${index + 1}, _ := ${from}[${inGo(key)}].(map[string]any)`;
    from = `${name}${index + 1}`;
    return line;
  });
  return { lines, value: `${from}[${inGo(path.at(-1)!)}]` };
}
