import { isElement } from '../model/envelope/pointer.ts';
import type { Facts, Reference } from './snippets/facts.ts';
import { comment } from './snippets/quote.ts';
import { read } from './snippets/typescript.ts';

/** Whether codes have namespaces, so that it takes more than a look at one field to know them. */
export function isNamed(all: readonly Facts[]): boolean {
  return all.some(({ identity }) => identity.by === 'code' && identity.name !== undefined);
}

/** Whether a function finds the codes: errors are in an array, so that one response may report several, or in namespaces. */
export function isSeveral(all: readonly Facts[]): boolean {
  return (
    isNamed(all) || all.some(({ identity }) => identity.by === 'code' && identity.at.path.slice(1).some(isElement))
  );
}

/** The codes of a response, as an expression. */
export function codesOf(all: readonly Facts[]): string {
  return isNamed(all) ? 'codesIn(body, response)' : 'codesIn(body)';
}

/** The codes of a response that may report several errors, and the one rule that follows from theirs. */
export function severalRules(all: readonly Facts[], readsRequest: boolean): string[] {
  const [parameter, argument] = readsRequest ? [', request: string', ', request'] : ['', ''];
  const places = new Set(all.flatMap(({ identity }) => (identity.by === 'code' ? [everyIn(identity.at)] : [])));
  const find = [
    ...comment('The codes of all errors in a response.', '//'),
    'function codesIn(body: any): unknown[] {',
    '  const codes: unknown[] = [',
    ...[...places].map((it) => `    ${it},`),
    '  ];',
    '  return codes.filter((code) => code !== undefined && code !== null);',
    '}',
    '',
  ];
  return [
    ...(isNamed(all) ? [] : find),
    ...comment('Of several errors the strictest rule counts, because the same request meets all of them again.', '//'),
    `function ruleOf(response: Response, body: any${parameter}): Rule {`,
    `  const codes = ${codesOf(all)};`,
    `  const rules = (codes.length > 0 ? codes : [undefined]).map((code) => ruleOfCode(response, body, code${argument}));`,
    "  const order: Policy[] = ['never', 'refetch', 'retry-after', 'backoff'];",
    '  const [strictest] = order.flatMap((policy) => rules.filter((rule) => rule.policy === policy));',
    '  const effects = rules.map(({ effect = effectOf(response) }) => effect);',
    "  const effect = effects.find((it) => it === 'done') ?? effects.find((it) => it === 'unknown') ?? 'none';",
    '  return { ...strictest!, effect };',
    '}',
    '',
  ];
}

/** Every value at a place, as an element of a list: in each element of the arrays on the way there. */
function everyIn(reference: Reference): string {
  const { path, type } = reference;
  const at = path.findIndex((key, index) => index > 0 && isElement(key));
  if (at < 0) return read(reference);
  let list = `[${read({ path: path.slice(0, at), type })}].flat()`;
  let rest = path.slice(at + 1);
  for (;;) {
    const next = rest.findIndex(isElement);
    const inner = (next < 0 ? read({ ...reference, path: rest }) : read({ path: rest.slice(0, next), type })).replace(
      'body',
      'it',
    );
    if (next < 0) return `...${list}.map((it) => ${inner})`;
    list += `.flatMap((it) => ${inner})`;
    rest = rest.slice(next + 1);
  }
}
