import { memberOf } from '../browser.ts';
import type { Registry } from '../index.ts';

/** The module from which pages load guides. */
export const GUIDES = 'virtual:errorbook/guides';

/**
 * The program of that module: an object that loads each guide by `api/guide`. A guide is a module below this one, never
 * a file, so that what is compiled can't be anything but what {@link guideModule} returns. `ending` says what compiles it.
 */
export function guidesModule({ guideBodies }: Registry, ending: string): string {
  const entries = Object.keys(guideBodies).map(
    (name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(`${GUIDES}/${name}${ending}`)}),`,
  );
  return `export default {\n${entries.join('\n')}\n};`;
}

/**
 * A guide's text for the MDX compiler, by its module's id: the body that was checked, without front matter.
 * Throws where the registry has no such guide.
 */
export function guideModule({ guideBodies }: Registry, id: string): string {
  const name = id.slice(id.indexOf(GUIDES) + GUIDES.length + 1, id.lastIndexOf('.'));
  const body = memberOf(guideBodies, name);
  if (body === undefined) throw new Error(`The registry has no guide ${name}.`);
  return body;
}
