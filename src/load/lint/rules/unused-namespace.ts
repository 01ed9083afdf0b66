import { deepFields } from '../../../model/envelope/fields.ts';
import { hasNamespaceKey } from '../../../model/envelope/in-namespace.ts';
import { named } from '../../../model/named.ts';
import { codesOf, isRefused } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { declaredEnvelopes, envelopeFor } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const unusedNamespace: Rule = {
  id: 'unused-namespace',
  level: 'warning',
  summary: 'An envelope that says the namespace of a code is that of codes in a namespace.',
  check(api) {
    if (api.domains.some((domain) => isRefused(domain, 'namespace'))) return [];
    const used = new Set(
      codesOf(api).flatMap((code) => (code.domain.entry.namespace === undefined ? [] : (envelopeFor(api, code) ?? []))),
    );
    return declaredEnvelopes(api).flatMap(([path, envelope]): Finding[] => {
      const place = deepFields(envelope.fields).find((it) => it.role === 'namespace' || hasNamespaceKey(it));
      if (!place || used.has(envelope)) return [];
      return [
        {
          at: { document: api.document, path: [...path, 'fields'], part: 'key' },
          message: `Bodies say a namespace at ${named(place.pointer)}, but no domain with this envelope has one.`,
          fix: 'Add `namespace` to the domains whose codes it holds, or remove the role.',
        },
      ];
    });
  },
};
