import type { Change } from '../model/change.ts';
import type { Api, Code } from '../model/registry.ts';
import { placeOf } from '../model/versions.ts';
import { changeContent } from './changes.ts';
import { type Block, bullets, type Content, heading, literal, type Setting, strong, text } from './document.ts';
import { documentTexts } from './texts.ts';

const { versions: t } = documentTexts;

/** A version of an API beside the one that is being read. */
interface Neighbor {
  version: string;
  /** The change of version, from the older one to the newer. */
  step: { from: string; to: string } | undefined;
  /** What the code is called there; undefined where it is not there. */
  code: string | undefined;
  changes: readonly Change[];
}

/** A code in the other versions of its API: what it is called there, and what differs in the versions right before and after. */
export function versionBlocks(api: Api, code: Code, setting: Setting): Block[] {
  const others = neighborsOf(api, code);
  return [
    ...bullets(others.map(({ api: id, ...it }) => itemOf(id, it))),
    ...others.flatMap(({ step, changes }) =>
      step && changes.length > 0
        ? [
            heading(3, text(t.between(step.from, step.to))),
            ...bullets(changes.map((it) => differenceOf(it, code, setting))),
          ]
        : [],
    ),
  ];
}

function itemOf(api: string, { version, step, code, changes }: Neighbor): Content {
  const name = strong(version);
  if (code === undefined) return [name, text(`: ${t.absent}`)];
  const link = { kind: 'version-code' as const, api, code };
  return [name, text(': '), link, ...(step && changes.length === 0 ? [text(` ${t.same}`)] : [])];
}

/** A change with its values where callers must know them; what only reads differently is said better on the other page. */
function differenceOf(change: Change, { code }: Code, setting: Setting): Content {
  const { before: _before, after: _after, ...sentence } = change;
  const content = changeContent(change.level === 'safe' ? sentence : change, setting);
  // a page has no link to itself
  return content.map((it) => (it.kind === 'code' && setting.named(it.code)?.code === code ? literal(it.code) : it));
}

function neighborsOf(api: Api, { code, versions = [] }: Code): (Neighbor & { api: string })[] {
  const here = placeOf(api);
  const own = api.versions[here]?.version ?? '';
  return api.versions.flatMap(({ api: id, version, changes = [] }, place) => {
    if (place === here) return [];
    const there = versions.find((it) => it.api === id)?.code;
    const isOlder = place > here;
    const [older, newer] = isOlder ? [there, code] : [code, there];
    return {
      api: id,
      version,
      code: there,
      // only of the versions right before and after is it known what changed
      step: Math.abs(place - here) === 1 ? { from: isOlder ? version : own, to: isOlder ? own : version } : undefined,
      changes: there === undefined ? [] : changes.filter((it) => isOf(it, older, newer)),
    };
  });
}

function isOf({ code, codeAfter = code }: Change, older: string | undefined, newer: string | undefined): boolean {
  return code === older && codeAfter === newer;
}
