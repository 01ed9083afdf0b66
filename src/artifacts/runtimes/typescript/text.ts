// begin left out
import { typedText } from './typed.ts';

const TEXTS: readonly TextForm[] = [{ parts: ['', 'code', ': ', 'message', ''], types: {} }];
// end left out

interface TextForm {
  readonly parts: readonly string[];
  readonly types: { readonly [name: string]: string };
}

/** A plain text as an object with its fields; undefined where it doesn't have the form of any body. */
function textBody(text: string): unknown {
  const whole = text.replace(/\r?\n$/, '');
  for (const { parts, types } of TEXTS) {
    const [first = '', ...rest] = parts;
    const values = new Map<string, unknown>();
    let here = whole.startsWith(first) ? first.length : -1;
    for (let index = 0; here >= 0 && index + 1 < rest.length; index += 2) {
      const [name = '', after = ''] = rest.slice(index);
      const isLast = index + 2 === rest.length;
      const end = isLast ? whole.length - after.length : whole.indexOf(after, here);
      const isThere = end >= here && whole.startsWith(after, end);
      if (isThere) values.set(name, typedText(whole.slice(here, end), types[name]));
      here = isThere ? end + after.length : -1;
    }
    if (here === whole.length && values.size > 0) return Object.fromEntries(values);
  }
  return undefined;
}

// begin left out
export { textBody };
// end left out
