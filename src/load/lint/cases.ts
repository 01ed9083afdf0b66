import type { CodeEntry } from '../../model/schema/code.ts';
import { type CodeDraft, partOf } from '../draft.ts';
import type { Place } from '../source/document.ts';

/** What holds for a code, or for one of its operations that has a status or a policy of its own. */
export interface Case {
  entry: Pick<Partial<CodeEntry>, 'status' | 'retry' | 'remediation' | 'effect' | 'operations'>;
  /** What it is about, for a sentence. */
  name: string;
  /** Where a fact is written: at the operation, or at the code. */
  at(fact: 'status' | 'retry' | 'remediation' | 'effect', ...path: (string | number)[]): Place;
}

/** A code as most operations return it, then as each operation does that has one of these facts itself. */
export function casesOf(code: CodeDraft, ...facts: ('status' | 'retry' | 'remediation')[]): Case[] {
  const { entry } = code;
  const { operations = [] } = entry;
  const isOwn = (it: (typeof operations)[number]) => facts.some((fact) => it[fact] !== undefined);
  const usual: Case = {
    entry: operations.some(isOwn) ? { ...entry, operations: operations.filter((it) => !isOwn(it)) } : entry,
    name: `\`${code.code}\``,
    at: (...path) => partOf(code, ...path),
  };
  const others = operations.flatMap((operation, i): Case[] => {
    if (!isOwn(operation)) return [];
    const own = Object.fromEntries(Object.entries(operation).filter(([, value]) => value !== undefined));
    return [
      {
        entry: { ...entry, ...own, operations: [operation] },
        name: `\`${code.code}\` for \`${operation.operation}\``,
        at: (fact, ...path) =>
          Object.hasOwn(own, fact) ? partOf(code, 'operations', i, fact, ...path) : partOf(code, fact, ...path),
      },
    ];
  });
  return [usual, ...others];
}
