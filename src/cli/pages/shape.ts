/**
 * Fields that components compare, or make names of classes and ids of. Pages that differ in one of them differ in more than texts.
 */
const COMPARED: ReadonlySet<string> = new Set(['id', 'kind', 'family', 'lifecycle', 'language', 'level']);

/** What a page shows, apart from the texts in it. */
export interface Shape {
  /** Equal for pages that differ in their texts alone. */
  key: string;
  /** Their texts, in the order of the fields. */
  texts: string[];
}

/** The shape of what a page shows: plain objects, lists, texts, numbers and truth values. */
export function shapeOf(values: unknown): Shape {
  const texts: string[] = [];
  let key = '';
  const add = (value: unknown, field: string): void => {
    if (isText(value, field)) {
      texts.push(value);
      key += '$';
    } else if (Array.isArray(value)) {
      key += '[';
      for (const item of value) add(item, '');
      key += ']';
    } else if (isObject(value)) {
      key += '{';
      for (const name of Object.keys(value)) {
        // with its length, no name can pass for anything else
        key += `${name.length}.${name}`;
        add(Reflect.get(value, name), name);
      }
      key += '}';
    } else key += `${JSON.stringify(value)},`;
  };
  add(values, '');
  return { key, texts };
}

/** What a page shows, with other texts: `textAt` gives the text at a place of {@link Shape.texts}. */
export function withTexts<Values>(values: Values, textAt: (index: number) => string): Values {
  let index = 0;
  const copy = (value: unknown, field: string): unknown => {
    if (isText(value, field)) return textAt(index++);
    if (Array.isArray(value)) return value.map((item) => copy(item, ''));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copy(item, name)]));
  };
  return copy(values, '') as Values;
}

/** An empty text is none: components leave out what it would be in. */
function isText(value: unknown, field: string): value is string {
  return typeof value === 'string' && value !== '' && !COMPARED.has(field);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
