import { isHttpStatus } from '../model/http.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api, CodeOfApi, Registry } from '../model/registry.ts';
import { type MockAnswer, problem, responseOf, SUCCESS } from './answer.ts';
import { codeAt, codePreferred, namesOf, type Refusal, refusal } from './find.ts';
import { preferredCode } from './prefer.ts';

/** What the mock server looks at in a request; the method counts for nothing. */
export interface MockRequest {
  /** Path and query, as they are in the request. */
  target: string;
  /** The `Prefer` header (RFC 7240); empty where there is none. */
  prefer: string;
}

/** How many series of failures are kept in mind; the oldest is forgotten first. */
const MOST_SERIES = 10_000;
const MOST_TIMES = 1000;

/**
 * A server that fails on demand, without the server: a request in, a response out. `docsUrl` gives the address of a
 * code's page. It keeps count of the failures of each path and query with `times=`, and of nothing else.
 */
export function mockOf(registry: Registry, docsUrl: (api: string, code: string) => string) {
  const failures = new Map<string, number>();

  /** True when this request has failed as often as it should; then the count starts again. */
  function isOver(series: string, times: number): boolean {
    const failed = failures.get(series) ?? 0;
    failures.delete(series);
    if (failed >= times) return true;
    if (failures.size >= MOST_SERIES) failures.delete(failures.keys().next().value!);
    failures.set(series, failed + 1);
    return false;
  }

  return (request: MockRequest): MockAnswer => {
    const [path = '', query = ''] = request.target.replace(/#.*$/s, '').split(/\?(.*)/s);
    const asked = new URLSearchParams(query);
    const wanted = wantedBy(registry, path, asked, preferredCode(request.prefer));
    if ('list' in wanted) return listing(wanted.list);
    if ('detail' in wanted) return problem(wanted);
    const choice = { status: asked.get('status'), example: asked.get('example') };
    const response = responseOf(wanted, choice, docsUrl(wanted.api.id, wanted.code.code));
    if ('detail' in response) return problem(response);
    const times = asked.get('times');
    if (times === null) return response;
    if (!/^[1-9]\d{0,3}$/.test(times) || Number(times) > MOST_TIMES)
      return problem(refusal(400, '`times` is no such number', `It takes a number from 1 to ${MOST_TIMES}.`));
    return isOver(`${request.target}\n${request.prefer}`, Number(times)) ? SUCCESS : response;
  };
}

/** What a request asks for: a code, or a list of them. */
function wantedBy(
  registry: Registry,
  path: string,
  asked: URLSearchParams,
  preferred: string | undefined,
): CodeOfApi | Refusal | { list: readonly Api[] } {
  const { apis } = registry;
  const [, first = '', rest = ''] = /^\/*([^/]*)\/?(.*)$/s.exec(path) ?? [];
  const api = apis.find(({ id }) => id === first);
  if (preferred !== undefined) return codePreferred(registry, preferred, api);
  if (first === '') return { list: apis };
  if (!api) return refusal(404, 'no such API', `\`/\` lists all codes; the APIs are ${namesOf(apis)}.`);
  if (rest !== '') return codeInPath(api, rest);
  const status = asked.get('status');
  if (status === null) return { list: [api] };
  const code = api.codes.find((code) => allStatuses(code).some((it) => String(it.status) === status));
  return code ? { api, code } : refusal(404, 'no code has this status', `\`/${api.id}/\` lists the codes of this API.`);
}

function codeInPath(api: Api, rest: string): CodeOfApi | Refusal {
  try {
    const given = decodeURIComponent(rest);
    const found = codeAt(api, given);
    return 'detail' in found && given.endsWith('/') ? codeAt(api, given.slice(0, -1)) : found;
  } catch {
    return refusal(400, 'the path is not UTF-8', 'After each % stand the two hexadecimal digits of a byte.');
  }
}

/** A line for each code: its usual status, where it is one of HTTP's, and its path. */
function listing(apis: readonly Api[]): MockAnswer {
  const lines = apis.flatMap(({ id, codes }) =>
    codes.map(
      ({ address, statuses }) =>
        `${isHttpStatus(statuses[0]?.status) ? statuses[0].status : '---'}  /${id}/${address}\n`,
    ),
  );
  return { status: 200, phrase: '', headers: [['Content-Type', 'text/plain; charset=utf-8']], body: lines.join('') };
}
