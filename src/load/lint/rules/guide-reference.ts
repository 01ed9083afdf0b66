import { GUIDE_COMPONENTS, type GuideAttribute, listOf } from '../../../model/guide.ts';
import { memberOf } from '../../../model/member.ts';
import { isRefused } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Document, Place } from '../../source/document.ts';
import { type GuideComponent, SPREAD } from '../../source/mdx.ts';
import { type Names, NOUNS, namesOf } from '../guide-names.ts';
import { unknownAttribute, unknownComponent } from '../guide-unknown.ts';
import type { Rule } from '../rule.ts';
import { wordIn, wordsIn } from '../word-in.ts';

export const guideReference: Rule = {
  id: 'guide-reference',
  level: 'error',
  summary:
    'A guide uses only components that exist, and they name only codes, domains, statuses and states that exist.',
  check(api) {
    if (api.damaged || isRefused(api, 'envelopes', 'states', 'statuses')) return [];
    const known = namesOf(api);
    return api.guides.flatMap(({ document }) =>
      document.components.flatMap((component) => checkComponent(component, known, document)),
    );
  },
};

function checkComponent(component: GuideComponent, known: Names, document: Document): Finding[] {
  const { name, attributes } = component;
  const at: Place = { document, range: component.range };
  const takes = memberOf<Record<string, GuideAttribute>>(GUIDE_COMPONENTS, name);
  if (!takes) return [unknownComponent(name, wordIn(at, name))];
  if (name === 'Example' && !attributes.has('code')) {
    const fix = 'Write <Example code="…" /> with the code whose response it shows.';
    return [{ at: wordIn(at, name), message: '`<Example>` names no `code`, so it would show nothing.', fix }];
  }
  return [...attributes].flatMap(([attribute, value]): Finding[] => {
    const kind = memberOf(takes, attribute);
    if (attribute === SPREAD) return [];
    if (!kind) return [unknownAttribute(name, attribute, Object.keys(takes), wordIn(at, attribute))];
    const find = wordsIn(wordIn(at, `${attribute}="${value}"`));
    find(`${attribute}="`);
    return listOf(value ?? '').flatMap((item) => {
      const fix = known[kind](item);
      if (fix === undefined) return [];
      return [
        { at: find(item), message: `\`<${name}>\` names the ${NOUNS[kind]} \`${item}\`, which doesn't exist.`, fix },
      ];
    });
  });
}
