import { readElement, type XmlValue } from '../model/envelope/xml-read.ts';
import type { Range } from './json-scan.ts';

/** After so many that break off, a text is not XML. */
const MOST_BROKEN = 100;

/** A document of XML in a text. */
interface FoundXml extends Range {
  value: { [name: string]: XmlValue };
}

/** Every whole element with one of these names in a text, whatever is around it; not those inside of others. */
export function scanXml(text: string, roots: ReadonlySet<string>, from = 0, to = text.length): FoundXml[] {
  if (roots.size === 0) return [];
  const found: FoundXml[] = [];
  const part = text.slice(0, to);
  let broken = 0;
  for (let at = text.indexOf('<', from); at >= 0 && at < to && broken < MOST_BROKEN; ) {
    const [, name = ''] = /^<([^\s<>/!?]{1,200})[\s/>]/.exec(text.slice(at, at + 202)) ?? [];
    const read = roots.has(name) ? readElement(part, at) : undefined;
    if (read) found.push({ start: at, end: read.end, value: read.body });
    else if (roots.has(name)) broken++;
    at = text.indexOf('<', read?.end ?? at + 1);
  }
  return found;
}
