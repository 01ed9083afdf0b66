import { nearest } from '../../../model/nearest.ts';
import { type ApiDraft, isRefused } from '../../draft.ts';
import type { Explanation, Finding } from '../../rule.ts';
import type { Place } from '../../source/document.ts';
import type { Rule } from '../rule.ts';

export const versionChain: Rule = {
  id: 'version-chain',
  level: 'error',
  summary: 'The versions of an API follow each other one by one, and each has a `version` of its own.',
  check(api, _texts, apis) {
    const previous = api.entry.previousVersion;
    if (previous === undefined) return [];
    const at = placeOf(api, 'previousVersion');
    const before = apis.find(({ id }) => id === previous);
    if (!before) return [{ at, ...unknownApi(api, previous, apis) }];
    const rival = apis.find((it) => it !== api && it.entry.previousVersion === previous);
    if (rival && apis.indexOf(rival) < apis.indexOf(api)) return [fork(at, previous, rival)];
    const chain = chainFrom(api, apis);
    if (chain.at(-1) === api) return chain.every(({ id }) => api.id <= id) ? [{ at, ...circle(chain) }] : [];
    // a version before that has one before it speaks for itself
    const versions = before.entry.previousVersion === undefined ? [before, api] : [api];
    return [...unnamed(api, versions), ...sameName(api, chain)];
  },
};

/** The versions before an API, the nearest first; the last one is the API itself where they lead back to it. */
function chainFrom(api: ApiDraft, apis: readonly ApiDraft[]): ApiDraft[] {
  const previousOf = ({ entry }: ApiDraft) => apis.find(({ id }) => id === entry.previousVersion);
  const chain: ApiDraft[] = [];
  for (let it = previousOf(api); it && !chain.includes(it); it = previousOf(it)) chain.push(it);
  return chain;
}

function unknownApi({ id }: ApiDraft, previous: string, apis: readonly ApiDraft[]): Explanation {
  const meant = nearest(
    previous,
    apis.map((it) => it.id).filter((it) => it !== id),
  );
  return {
    message: `The registry has no API \`${previous}\`, so readers can't go to it from here.`,
    fix: meant ? `Did you mean \`${meant}\`?` : 'Name the folder of another API in this registry, or remove the line.',
  };
}

function fork(at: Place, previous: string, rival: ApiDraft): Finding {
  return {
    at,
    message: `Two APIs say that they are the next version of \`${previous}\`, so readers can't tell which one follows it.`,
    fix: 'Name the version right before this one, or remove the line.',
    also: [{ at: placeOf(rival, 'previousVersion'), message: `\`${rival.id}\` says it here.` }],
  };
}

function circle(chain: readonly ApiDraft[]): Explanation {
  if (chain.length === 1)
    return {
      message: 'This API names itself as its previous version.',
      fix: 'Name the version right before this one, or remove the line.',
    };
  const names = [...chain.slice(-1), ...chain].map(({ id }) => `\`${id}\``);
  return {
    message: `These versions name each other as the previous one, so none of them is the newest: ${names.join(' → ')}.`,
    fix: 'Remove `previousVersion` from the oldest version.',
  };
}

/** APIs of which readers can't choose one, because they don't say which version they are. */
function unnamed(api: ApiDraft, versions: readonly ApiDraft[]): Finding[] {
  return versions
    .filter((it) => it.entry.version === undefined && !isRefused(it, 'version'))
    .map((it) => ({
      at: placeOf(api, 'previousVersion'),
      message: `Readers choose a version by its name, and \`${it.id}\` has no \`version\`.`,
      fix: `Add \`version\` to \`${it.document.path}\`, such as \`version: v1\`.`,
    }));
}

function sameName(api: ApiDraft, chain: readonly ApiDraft[]): Finding[] {
  const { version } = api.entry;
  const same = version === undefined ? undefined : chain.find((it) => it.entry.version === version);
  if (!same) return [];
  return [
    {
      at: placeOf(api, 'version'),
      message: `Two versions of the API are called \`${version}\`, so readers can't choose between them.`,
      fix: 'Give each of them a name of its own.',
      also: [{ at: placeOf(same, 'version'), message: `\`${same.id}\` has it too.` }],
    },
  ];
}

function placeOf({ document }: ApiDraft, key: 'version' | 'previousVersion'): Place {
  return { document, path: [key], part: 'value' };
}
