import { tokensOf } from '../model/envelope/pointer.ts';
import { type Prose, valuesIn } from '../model/message.ts';
import type { Explanation } from './explanation.ts';

/** The longest value that a step can hold. */
const LONGEST = 100;

/**
 * The steps of an entry with the values of this response: after a field that a step names in code, and in the place of `{field}`.
 * Nothing is added where the response lacks the field.
 */
export function stepsOf(explanation: Explanation): Prose[] {
  const byName = namedValues(explanation);
  const fill = (text: string) =>
    text.replace(/\{([\w.-]{1,60})\}/g, (found, name: string) => byName.get(name) ?? found);
  return (explanation.entry?.steps ?? []).map((step) => {
    const filled: Prose = [];
    let before = '';
    for (const [place, part] of step.entries()) {
      if (place % 2 === 0) {
        filled.push(before + fill(part));
        before = '';
        continue;
      }
      const value = byName.get(part.startsWith('/') ? tokensOf(part).join('.') : part);
      filled.push(fill(part));
      if (value === undefined || value === part) continue;
      filled.push(' (here ', value);
      before = ')';
    }
    return before === '' ? filled : [...filled, before];
  });
}

/** The values of a response by the names that a step may use: of fields, of headers, of what the message holds. */
function namedValues({ entry, values }: Explanation): Map<string, string> {
  const byName = new Map<string, string>();
  const add = (name: string, value: string) => {
    const isShort = value.length <= LONGEST && !/^[{[]/.test(value);
    if (name !== '' && isShort && !byName.has(name)) byName.set(name, value);
  };
  for (const { name, role, value } of values) {
    if (role === 'message' || role === 'inMessage') continue;
    add(name, value);
    add(name.split('.').at(-1) ?? '', value);
  }
  const inMessage = values.filter(({ role }) => role === 'inMessage');
  const slots = (entry?.template && valuesIn(entry.message ?? '', entry.template)) ?? [];
  // of two equal values only one is listed, so it is unknown which of the places it is from
  if (slots.length !== inMessage.length) return byName;
  for (const [place, slot] of slots.entries()) {
    const name = slot.replace(/^[$%]?[{<]|[}>]$/g, '');
    if (/\p{L}/u.test(name)) add(name, inMessage[place]?.value ?? '');
  }
  return byName;
}
