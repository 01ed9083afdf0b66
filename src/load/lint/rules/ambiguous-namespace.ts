import { codeHeader } from '../../../model/envelope/carried.ts';
import { withRole } from '../../../model/envelope/fields.ts';
import { saysNamespace } from '../../../model/envelope/in-namespace.ts';
import { isHttpStatus } from '../../../model/http.ts';
import { type ApiDraft, type CodeDraft, codesOf, isRefused, keyOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { envelopeFor, isEnvelopeRefused } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const ambiguousNamespace: Rule = {
  id: 'ambiguous-namespace',
  level: 'error',
  summary: 'Where two namespaces have the same code, something in a response says which of the two is meant.',
  check(api) {
    if (api.domains.every(({ entry }) => entry.namespace === undefined)) return [];
    const first = new Map<string, CodeDraft>();
    return codesOf(api).flatMap((code): Finding[] => {
      if (isRefused(code.domain, 'namespace') || isRefused(code, 'status') || isEnvelopeRefused(code)) return [];
      const keys = placesOf(api, code).map((place) => JSON.stringify([code.spelling, place]));
      const other = keys.map((key) => first.get(key)).find((it) => it !== undefined && it.code !== code.code);
      for (const key of keys) if (!first.has(key)) first.set(key, code);
      if (!other) return [];
      return [
        {
          at: keyOf(code),
          message: `\`${code.code}\` and \`${other.code}\` are both sent as \`${code.spelling}\`, and nothing in a response says which of the two is meant.`,
          fix: 'Give a field of the envelope `role: namespace`, write `{namespace}` in the pointer of the code, or give one of the domains another envelope.',
          also: [{ at: keyOf(other), message: `\`${other.code}\` is here.` }],
        },
      ];
    });
  },
};

/** Where a code is without its namespace, in HTTP or elsewhere; nowhere if its bodies say the namespace, or have no code. */
function placesOf(api: ApiDraft, code: CodeDraft): string[] {
  const envelope = envelopeFor(api, code);
  const statuses = code.entry.status ?? [];
  if (!envelope) return statuses.map((status) => `no body, ${status}`);
  if (code.domain.entry.namespace !== undefined && saysNamespace(envelope)) return [];
  const header = codeHeader(envelope);
  const places = [
    ...withRole(envelope.fields, 'code').map(({ pointer }) => pointer),
    ...(header ? [`header ${header.name.toLowerCase()}`] : []),
  ];
  return places.map((place) => `${place}, ${statuses.some(isHttpStatus) ? 'HTTP' : 'not HTTP'}`);
}
