import { counted } from '../../model/counted.ts';
import type { Finding } from '../rule.ts';
import type { Place } from '../source/document.ts';

/** How many of the codes with a wrong default are named. */
const MOST_NAMED = 3;

/** A default that is wrong for many codes is one mistake: said once, where it is written, with the first of the codes. */
export function oncePerDefault(findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ at }) => inheritor(at))) return findings;
  const groups = Map.groupBy(findings, (finding) => (inheritor(finding.at) ? placeKey(finding.at) : finding));
  return [...groups.values()].flatMap(([first, ...others]): Finding[] => {
    if (!first || others.length === 0) return first ? [first] : [];
    const all = [first, ...others].flatMap(({ at }) => inheritor(at) ?? []);
    return [
      {
        ...first,
        message: `${first.message} ${counted(others.length, 'other code')} with this default ${others.length === 1 ? 'has' : 'have'} the same problem.`,
        also: all.slice(0, MOST_NAMED).map((at) => ({ at, message: 'One of the codes is here.' })),
      },
    ];
  });
}

function inheritor(at: Place): Place | undefined {
  return 'path' in at ? at.inheritedBy : undefined;
}

function placeKey(at: Place): string {
  return JSON.stringify([at.document.path, 'path' in at ? at.path : at.range]);
}
