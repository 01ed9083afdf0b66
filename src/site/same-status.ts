import { allStatuses, type Code } from '../index.ts';
import { grouped } from './grouped.ts';
import { usualStatus } from './usual-status.ts';

/** How many codes with the same status a page shows at most, however large the registry is. */
const FEW = 6;

/**
 * Finds the other codes with a code's usual status: first those that have to do with the code, by their domain or because they
 * name it; those that don't only where all fit in. Undefined where there are no others. A find takes as long as what it returns,
 * not as the API is large.
 */
export function sameStatusFinder(codes: readonly Code[]): (code: Code) => Code[] | undefined {
  const placeOf = new Map(codes.map((code, place) => [code, place]));
  const statusesOf = (code: Code) => allStatuses(code).map(({ status }) => status);
  const inStatus = grouped(codes, statusesOf);
  const inDomain = new Map(
    [...Map.groupBy(codes, ({ domain }) => domain)].map(([domain, own]) => [domain, grouped(own, statusesOf)]),
  );
  const naming = grouped(codes, ({ related }) => related);
  return (code) => {
    const { status } = usualStatus(code);
    const all = inStatus.get(status) ?? [];
    if (all.length <= 1) return undefined;
    const passed = new Set([code.code, ...code.related]);
    const most = FEW + 1 + passed.size;
    const near = [
      ...(inDomain.get(code.domain)?.get(status) ?? []).slice(0, most),
      ...(naming.get(code.code) ?? []).filter((other) => statusesOf(other).includes(status)),
    ]
      .filter((other) => !passed.has(other.code))
      .sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0));
    const shown = [...new Set(near)].slice(0, FEW);
    const others = all.slice(0, most).filter((other) => !passed.has(other.code));
    return others.length > FEW ? shown : [...shown, ...others.filter((other) => !shown.includes(other))];
  };
}
