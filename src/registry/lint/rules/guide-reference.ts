import { type ApiDraft, codesOf } from '../../draft.ts';
import { GUIDE_COMPONENTS, type GuideAttribute, listOf } from '../../guide.ts';
import { isHttpStatus } from '../../http.ts';
import { nearest } from '../../nearest.ts';
import type { Finding } from '../../rule.ts';
import { FAULTS } from '../../schema/code.ts';
import { POLICIES } from '../../schema/retry.ts';
import type { Place } from '../../source/document.ts';
import type { GuideComponent } from '../../source/mdx.ts';
import type { Rule } from '../rule.ts';

export const guideReference: Rule = {
  id: 'guide-reference',
  level: 'error',
  summary: "A guide's components are known, and the codes, domains, statuses and states that they name exist.",
  check(api) {
    if (api.damaged) return [];
    const known = namesOf(api);
    return api.guides.flatMap(({ document }) =>
      document.components.flatMap((component) =>
        checkComponent(component, known, { document, range: component.range }),
      ),
    );
  },
};

type Names = Record<GuideAttribute, (name: string) => string | undefined>;

function checkComponent({ name, attributes }: GuideComponent, known: Names, at: Place): Finding[] {
  const takes: Record<string, GuideAttribute> | undefined = Object.hasOwn(GUIDE_COMPONENTS, name)
    ? GUIDE_COMPONENTS[name as keyof typeof GUIDE_COMPONENTS]
    : undefined;
  if (!takes) return [unknownComponent(name, at)];
  return [...attributes].flatMap(([attribute, value]): Finding[] => {
    const kind = Object.hasOwn(takes, attribute) ? takes[attribute] : undefined;
    if (!kind) {
      const list = Object.keys(takes).join(', ') || 'none';
      return [{ at, message: `\`<${name}>\` takes no attribute \`${attribute}\`.`, fix: `It takes: ${list}.` }];
    }
    return listOf(value ?? '').flatMap((item) => {
      const problem = known[kind](item);
      return problem === undefined
        ? []
        : [{ at, message: `\`<${name}>\` names the ${kind} \`${item}\`, which is not there.`, fix: problem }];
    });
  });
}

function unknownComponent(name: string, at: Place): Finding {
  const meant = nearest(name, Object.keys(GUIDE_COMPONENTS));
  return {
    at,
    message: `\`<${name}>\` is no component that a guide may use; HTML is not part of guides.`,
    fix: meant
      ? `Did you mean \`<${meant} />\`?`
      : `Use Markdown, or one of: ${Object.keys(GUIDE_COMPONENTS).join(', ')}.`,
  };
}

/** For each kind of name a check that returns the fix for a name that is not there. */
function namesOf(api: ApiDraft): Names {
  const among = (names: readonly string[]) => (name: string) => {
    if (names.includes(name)) return undefined;
    const meant = nearest(name, names);
    return meant
      ? `Did you mean \`${meant}\`?`
      : `Name one of: ${names.slice(0, 12).join(', ') || '(there are none)'}.`;
  };
  const codes = among(codesOf(api).map(({ code }) => code));
  const declared = Object.keys(api.entry.statuses ?? {});
  return {
    code: codes,
    codes,
    domain: among(api.domains.map(({ id }) => id)),
    retry: among(POLICIES),
    fault: among(FAULTS),
    envelope: among(Object.keys(api.entry.envelopes ?? {})),
    states: among(Object.keys(api.entry.states ?? {})),
    state: among(Object.values(api.entry.states ?? {}).flatMap(({ values }) => Object.keys(values))),
    status: (name) => (/^[1-5]xx$/.test(name) || isHttpStatus(Number(name)) ? undefined : among(declared)(name)),
  };
}
