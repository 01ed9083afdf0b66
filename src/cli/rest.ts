import { UsageError } from './io.ts';

/** A service with a REST API, such as GitHub. */
export interface Service {
  name: string;
  /** Headers of every request, the token among them. */
  headers: Readonly<Record<string, string>>;
  /** What to do, by the status of the response: a sentence after a space. */
  advice: Readonly<Record<number, string>>;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT';

/** A response other than a 2xx: what was asked, the status, and the service's own words. */
export class RestError extends UsageError {
  readonly status: number;

  constructor({ name, advice }: Service, asked: string, status: number, said: string) {
    super(`${name} returned ${status} for ${asked}: ${said}${advice[status] ?? ''}`);
    this.status = status;
  }
}

/** Sends a request and returns the body of the answer. Throws a {@link RestError} for any other than a 2xx. */
export async function ask(service: Service, method: Method, url: string, body?: object): Promise<unknown> {
  const asked = `${method} ${url}`;
  const answer = await fetch(url, {
    method,
    headers: { 'User-Agent': 'errorbook', ...service.headers, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new UsageError(`${service.name} didn't respond to ${asked}: ${cause}`);
  });
  const text = await answer.text();
  const value = parsed(text);
  if (answer.ok) return value;
  throw new RestError(service, asked, answer.status, messageOf(value) ?? text.slice(0, 200));
}

const PER_PAGE = 100;

/** All items of a list, page by page, until one is enough. `get` asks for a page by its path. */
export async function* pages(
  service: Service,
  path: string,
  get: (path: string) => Promise<unknown>,
): AsyncGenerator<unknown> {
  for (let page = 1; ; page++) {
    const items = await get(`${path}${path.includes('?') ? '&' : '?'}per_page=${PER_PAGE}&page=${page}`);
    if (!Array.isArray(items)) throw new UsageError(`The response of ${service.name} to GET ${path} isn't a list.`);
    yield* items;
    if (items.length < PER_PAGE) return;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(value: unknown): string | undefined {
  const message = (value as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? `${message.replace(/\.?$/, '.')}` : undefined;
}
