import { GUIDE_COMPONENTS, type GuideAttribute, listOf } from '../../../model/guide.ts';
import { Candidates, nearest } from '../../../model/nearest.ts';
import { FAULTS } from '../../../model/schema/code.ts';
import { POLICIES } from '../../../model/schema/retry.ts';
import { type ApiDraft, aliasOwners, codesOf, isRefused } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Document, Place } from '../../source/document.ts';
import { type GuideComponent, SPREAD } from '../../source/mdx.ts';
import type { Rule } from '../rule.ts';
import { wordIn, wordsIn } from '../word-in.ts';

export const guideReference: Rule = {
  id: 'guide-reference',
  level: 'error',
  summary: "A guide's components are known, and the codes, domains, statuses and states that they name exist.",
  check(api) {
    if (api.damaged || isRefused(api, 'envelopes', 'states', 'statuses')) return [];
    const known = namesOf(api);
    return api.guides.flatMap(({ document }) =>
      document.components.flatMap((component) => checkComponent(component, known, document)),
    );
  },
};

type Names = Record<GuideAttribute, (name: string) => string | undefined>;

function checkComponent(component: GuideComponent, known: Names, document: Document): Finding[] {
  const { name, attributes } = component;
  const at: Place = { document, range: component.range };
  const takes: Record<string, GuideAttribute> | undefined = Object.hasOwn(GUIDE_COMPONENTS, name)
    ? GUIDE_COMPONENTS[name as keyof typeof GUIDE_COMPONENTS]
    : undefined;
  if (!takes) return [unknownComponent(name, wordIn(at, name))];
  if (name === 'Example' && !attributes.has('code')) {
    const fix = 'Write <Example code="…" /> with the code whose response it shows.';
    return [{ at: wordIn(at, name), message: '`<Example>` names no `code`, so it would show nothing.', fix }];
  }
  return [...attributes].flatMap(([attribute, value]): Finding[] => {
    const kind = Object.hasOwn(takes, attribute) ? takes[attribute] : undefined;
    if (attribute === SPREAD) return [];
    if (!kind) return [unknownAttribute(name, attribute, Object.keys(takes), wordIn(at, attribute))];
    const find = wordsIn(wordIn(at, `${attribute}="${value}"`));
    find(`${attribute}="`);
    return listOf(value ?? '').flatMap((item) => {
      const fix = known[kind](item);
      if (fix === undefined) return [];
      return [
        { at: find(item), message: `\`<${name}>\` names the ${NOUNS[kind]} \`${item}\`, which is not there.`, fix },
      ];
    });
  });
}

function unknownAttribute(name: string, attribute: string, takes: string[], at: Place): Finding {
  const meant = nearest(attribute, takes);
  return {
    at,
    message: `\`<${name}>\` takes no attribute \`${attribute}\`.`,
    fix: meant
      ? `Did you mean \`${meant}\`?`
      : takes.length > 0
        ? `It takes: ${takes.join(', ')}.`
        : 'It takes none; take this one away.',
  };
}

const STATUS = 'Write a status such as 404, a family such as 4xx, or a name that the API declares under `statuses`.';

/** What a message calls the thing that an attribute names. */
const NOUNS: Record<GuideAttribute, string> = {
  codes: 'code',
  code: 'code',
  domain: 'domain',
  status: 'status',
  retry: 'retry policy',
  fault: 'fault',
  state: 'state',
  envelope: 'envelope',
  states: 'group of states',
};

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
  const among = (names: readonly string[]) => {
    const [listed, near] = [new Set(names), new Candidates(names)];
    return (name: string) => {
      if (listed.has(name)) return undefined;
      const meant = near.nearest(name);
      if (meant) return `Did you mean \`${meant}\`?`;
      return names.length > 0
        ? `Name one of: ${names.slice(0, 12).join(', ')}.`
        : 'This API declares none; take the name away.';
    };
  };
  const amongCodes = among(codesOf(api).map(({ code }) => code));
  const owners = aliasOwners(api);
  const codes = (name: string) => {
    const fix = amongCodes(name);
    const owner = owners.get(name);
    return fix === undefined || owner === undefined ? fix : `It is an alias of \`${owner}\` now: name \`${owner}\`.`;
  };
  const declared = new Set(Object.keys(api.entry.statuses ?? {}));
  return {
    code: codes,
    codes,
    domain: among(api.domains.map(({ id }) => id)),
    retry: among(POLICIES),
    fault: among(FAULTS),
    envelope: among(Object.keys(api.entry.envelopes ?? {})),
    states: among(Object.keys(api.entry.states ?? {})),
    state: among(Object.values(api.entry.states ?? {}).flatMap(({ values }) => Object.keys(values))),
    status: (name) => (/^[1-5](?:xx|\d\d)$/.test(name) || declared.has(name) ? undefined : STATUS),
  };
}
