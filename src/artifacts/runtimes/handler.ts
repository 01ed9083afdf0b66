// begin sample: title
// A client that handles the errors of the Parcels API.
// end sample

type Policy = 'never' | 'refetch' | 'retry-after' | 'backoff';
// Whether the failed request was carried out.
type Effect = 'none' | 'unknown' | 'done';
// `delay`, in seconds, and `attempts` are suggestions.
// Without an effect, the status decides.
type Rule = { policy: Policy; delay: number; attempts: number; effect?: Effect };

// An error response after which the request is not sent again.
// After `refetch`, read the state, then decide on a new request.
export class ApiError extends Error {
  policy: Policy;
  effect: Effect;
  response: Response;
  body: any;

  constructor(name: unknown, policy: Policy, effect: Effect, response: Response, body: any) {
    super(String(name), { cause: response });
    this.policy = policy;
    this.effect = effect;
    this.response = response;
    this.body = body;
  }
}

// Sends a request, and retries it as its errors allow.
export async function send(url: string, init: RequestInit = {}) {
  // begin sample: writes
  // A POST, PATCH or unknown method could take effect twice (RFC 9110,
  // 9.2.2). It is retried if it wasn't carried out, or if it has a key
  // that the API honors.
  const method = (init.method ?? 'GET').toUpperCase();
  const isWrite = !/^(get|head|options|trace|put|delete)$/i.test(method);
  const hasKey = new Headers(init.headers).has('Idempotency-Key');
  const { pathname } = new URL(url, 'https://api.example.com/v1/');
  const isKeyed = hasKey && KEYED.test(`${method} ${pathname}`);
  // end sample
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, init);
    // begin sample: ok
    if (response.ok) return response;
    const body: any = await response.clone().json().catch(() => null);
    // end sample
    // begin sample: rule
    const { effect = effectOf(response), ...rule } = ruleOf(response, body);
    // end sample
    // begin sample: safe
    const isSafe = !isWrite || effect === 'none' || (effect === 'unknown' && isKeyed);
    // end sample
    const isRetryable = rule.policy === 'backoff' || rule.policy === 'retry-after';
    if (!isRetryable || !isSafe || attempt >= rule.attempts) {
      // begin sample: error
      throw new ApiError(body?.code ?? response.status, rule.policy, effect, response, body);
      // end sample
    }
    const seconds = pauseOf(rule, attempt, response, body);
    await new Promise((done) => setTimeout(done, seconds * 1000));
  }
}

// begin sample: effects
// A 4xx says that the request was rejected; 499 and every other status
// don't say whether it was carried out.
function effectOf({ status }: Response): Effect {
  return status >= 400 && status <= 499 && status !== 499 ? 'none' : 'unknown';
}

// The operations for which the API honors the key.
const KEYED = /^(?:POST \/v1\/bookings|POST \/v1\/parcels\/[^/]+\/labels)$/;
// end sample

// begin sample: rules
function ruleOf(response: Response, body: any): Rule {
  switch (body?.code) {
    case 'TOO_HEAVY':
      return { policy: 'never', delay: 0, attempts: 1 };
    case 'PARCEL_MOVED':
      return { policy: 'refetch', delay: 0, attempts: 1 };
    case 'TOO_MANY':
      return { policy: 'retry-after', delay: 2.5, attempts: 4 };
    case 'DEPOT_BUSY':
      return { policy: 'backoff', delay: 1, attempts: 3 };
  }
  if (response.status === 403)
    return { policy: 'never', delay: 0, attempts: 1 };
  // Every other code, and those that these docs do not list yet.
  return /^(408|425|429|5..)$/.test(`${response.status}`)
    ? { policy: 'backoff', delay: 1, attempts: 5 }
    : { policy: 'never', delay: 0, attempts: 1 };
}
// end sample

// The seconds until the next attempt: what the response says, else a
// delay that grows at random.
function pauseOf({ policy, delay }: Rule, attempt: number, response: Response, body: any) {
  // begin sample: after
  const after = String(response.headers.get('Retry-After') ?? body?.wait ?? '');
  // end sample
  const date = (Date.parse(after) - Date.now()) / 1000;
  const wait = /^\d+(\.\d+)?$/.test(after) ? Number(after) : date;
  if (!Number.isNaN(wait)) return Math.max(0, wait);
  if (policy === 'retry-after') return delay;
  const most = Math.min(Math.max(60, 5 * delay), delay * 2 ** attempt);
  return delay + Math.random() * (most - delay);
}
