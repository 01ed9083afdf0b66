import type { Diagnostic, Document } from '../load/index.ts';
import { diagnose, type RuleMeta } from '../load/index.ts';

/** A code about which nothing is reported, and why. */
interface Exemption {
  code: string;
  reason: string;
  /** Its place in the list. */
  index: number;
}

const wrongExemption: RuleMeta = {
  id: 'wrong-exemption',
  level: 'error',
  summary: 'The list of exemptions has each code once, with a reason.',
};

/** Reads a list of `{ code, reason }`; what is wrong with it comes back as diagnostics. */
export function readExemptions(document: Document): { exemptions: Exemption[]; diagnostics: Diagnostic[] } {
  const exemptions: Exemption[] = [];
  const diagnostics: Diagnostic[] = [];
  const wrong = (index: number | undefined, message: string) =>
    diagnostics.push(
      diagnose(wrongExemption, {
        at: { document, path: index === undefined ? [] : [index], part: 'value' },
        message,
        fix: 'Write a list, each item with a `code` and a `reason`: `- { code: OLD_CODE, reason: Sent by the proxy. }`',
      }),
    );
  for (const { message, fix, range } of document.problems) {
    diagnostics.push(diagnose(wrongExemption, { at: { document, range }, message, fix }));
  }
  if (diagnostics.length > 0) return { exemptions, diagnostics };
  const list: unknown = document.value ?? [];
  if (!Array.isArray(list)) wrong(undefined, "This isn't a list of exemptions.");
  else {
    const listed = new Set<string>();
    for (const [index, item] of list.entries()) {
      const { code, reason } = Object(item) as { code?: unknown; reason?: unknown };
      if (typeof code !== 'string') wrong(index, "This exemption has no `code`, or one that isn't text.");
      else if (typeof reason !== 'string' || reason.trim() === '')
        wrong(index, `The exemption of \`${code}\` has no \`reason\`.`);
      else if (listed.has(code)) wrong(index, `The code \`${code}\` is in the list twice.`);
      else {
        exemptions.push({ code, reason, index });
        listed.add(code);
      }
    }
  }
  return { exemptions, diagnostics };
}
