import type { Code } from '../index.ts';
import { breakable } from './escape.ts';
import type { SiteApi } from './site.ts';

/** The fragment of an operation on the page of operations: its place in the list, for its name may hold any sign. */
export function operationAnchor(place: number): string {
  return `operation-${place + 1}`;
}

/** The operations of an API by name, each with the codes that it can return. */
export function operationsOf(api: SiteApi): Map<string, Code[]> {
  const pairs = api.codes.flatMap((code) => code.operations.map(({ operation }) => ({ operation, code })));
  const groups = [...Map.groupBy(pairs, ({ operation }) => operation)].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return new Map(groups.map(([operation, own]) => [operation, own.map(({ code }) => code)]));
}

/** A row for each operation; HTML. */
export function operationRows(api: SiteApi): string[][] {
  return [...operationsOf(api)].map(([operation, codes], place) => [
    `<code id="${operationAnchor(place)}">${breakable(operation)}</code>`,
    api.inline(codes.map(({ code }) => `\`${code}\``).join(', ')),
  ]);
}
