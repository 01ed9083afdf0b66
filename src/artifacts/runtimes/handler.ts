// begin sample: title
// What a client does about the errors of Parcels API.
// end sample

type Policy = 'never' | 'refetch' | 'retry-after' | 'backoff';
// `delay`, in seconds, and `attempts` are suggestions.
// begin sample: rule
type Rule = { policy: Policy; delay: number; attempts: number; keyed?: boolean };
// end sample

// An error response that is not repeated, or no longer.
// After `refetch`, read the state, then decide on a new request.
export class ApiError extends Error {
  policy: Policy;
  response: Response;
  body: any;

  constructor(told: unknown, policy: Policy, response: Response, body: any) {
    super(String(told), { cause: response });
    this.policy = policy;
    this.response = response;
    this.body = body;
  }
}

// Sends a request, and repeats it as its errors ask for.
export async function send(url: string, init: RequestInit = {}) {
  // begin sample: once
  // A POST or PATCH could take effect twice (RFC 9110, 9.2.2), but with a
  // key.
  const unsafe = /^(post|patch)$/i.test(init.method ?? 'GET');
  const hasKey = new Headers(init.headers).has('Idempotency-Key');
  // end sample
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, init);
    if (response.ok) return response;
    const body: any = await response.clone().json().catch(() => null);
    const rule = ruleOf(response, body);
    // begin sample: keyed
    const once = unsafe && !(rule.keyed && hasKey);
    // end sample
    const repeats = rule.policy === 'backoff' || rule.policy === 'retry-after';
    if (!repeats || once || attempt >= rule.attempts) {
      // begin sample: error
      throw new ApiError(body?.code ?? response.status, rule.policy, response, body);
      // end sample
    }
    const seconds = pauseOf(rule, attempt, response, body);
    await new Promise((done) => setTimeout(done, seconds * 1000));
  }
}

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
      return { policy: 'backoff', delay: 1, attempts: 3, keyed: true };
  }
  if (response.status === 403)
    return { policy: 'never', delay: 0, attempts: 1 };
  // Every other code, and those that these docs do not know yet.
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
