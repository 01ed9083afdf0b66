import { API } from './checked.ts';

/** The texts of a registry's files by path. */
type Texts = Record<string, string>;

/** A registry of a hostile shape, as large as its number says. */
type Shape = (count: number) => Texts;

/** One domain that holds these entries, each a line of flow YAML. */
function domain(entries: readonly string[], api = API): Texts {
  return {
    'api/api.yaml': api,
    'api/parcels.yaml': `title: Parcels\ncodes:\n${entries.map((it) => `  ${it}\n`).join('')}`,
  };
}

/** As many items as asked. */
function each(count: number, item: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

/** An entry without a mistake, and what stands in it besides. */
function entry(code: string, index: number, more = '', meaning = `Parcel ${index} is lost.`): string {
  return `${code}: { status: 422, meaning: ${meaning}, remediation: Send parcel ${index} again., retry: never${more} }`;
}

/** Letters that no two numbers share, so that codes are far apart in spelling. */
function letters(index: number): string {
  return [...index.toString(26)].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 26))).join('');
}

const field = (index: number, more = '') => `    - { pointer: /f${index}, type: string, meaning: A field.${more} }\n`;

/** Shapes that were slow once, or would be with a careless change. Sizes are numbers of codes unless a comment says otherwise. */
export const SHAPES = {
  'replacement chain': (count) =>
    domain(each(count, (i) => entry(`C${i}`, i, i + 1 < count ? `, deprecated: { replacedBy: C${i + 1} }` : ''))),
  'replacement circle': (count) =>
    domain(each(count, (i) => entry(`C${i}`, i, `, deprecated: { replacedBy: C${(i + 1) % count} }`))),
  'tail into a circle': (count) =>
    domain(
      each(count, (i) =>
        entry(`C${i}`, i, `, deprecated: { replacedBy: C${Math.max(0, i - 1) || (i === 0 ? 1 : 0)} }`),
      ),
    ),
  'misspelled references': (count) =>
    domain(each(count, (i) => entry(`PARCEL_NUMBER_${i}_LOST`, i, `, related: [PARCEL_NUMBER_${i}_LOTS]`))),
  'misspelled words in prose': (count) =>
    domain(each(count, (i) => entry(`PARCEL_NUMBER_${i}_LOST`, i, '', `Not \`PARCEL_NUMBER_${i}_LOTS\`.`))),
  'words in backticks in one text': (count) =>
    domain([entry('LOST_PARCEL', 0, '', `"${'`LOST_PARCLE` '.repeat(count)}"`)]),
  'equal meanings': (count) => domain(each(count, (i) => entry(`C${i}`, i, '', 'The parcel is lost.'))),
  'equal codes in two domains': (count) => ({
    'api/api.yaml': API.replace('[parcels]', '[parcels, letters]'),
    'api/parcels.yaml': `title: Parcels\ncodes:\n${each(count, (i) => `  ${entry(`C${i}`, i)}\n`).join('')}`,
    'api/letters.yaml': `title: Letters\ncodes:\n${each(count, (i) => `  ${entry(`c${i}`, i, '', `Letter ${i} is lost.`)}\n`).join('')}`,
  }),
  'aliases of one code': (count) => domain([entry('LOST', 0, `, aliases: [${each(count, (i) => `A${i}`)}]`)]),
  'aliases of many codes': (count) => domain(each(count, (i) => entry(`C${i}`, i, `, aliases: [A${i}, B${i}]`))),
  'aliases that conflict': (count) => domain([entry('LOST', 0, `, aliases: [${each(count, () => 'A')}]`)]),
  'entries with nothing in them': (count) => domain(each(count, (i) => `C${i}: {}`)),
  'entries that are no mappings': (count) => domain(each(count, (i) => `C${i}: 1`)),
  'entries with one error each': (count) =>
    domain(each(count, (i) => `C${i}: { status: 422, meaning: M ${i}., remediation: R ${i}., retry: neve }`)),
  'entries with an unknown key': (count) => domain(each(count, (i) => entry(`C${i}`, i, ', meening: x'))),
  'entries of one line': (count) => ({
    'api/api.yaml': API,
    'api/parcels.yaml': `{ title: Parcels, codes: { ${each(count, (i) => `C${i}: {}`).join(', ')} } }`,
  }),
  'entries of one line of JSON': (count) => ({
    'api/api.yaml': API,
    'api/parcels.json': `{"title": "Parcels", "codes": {${each(count, (i) => `"C${i}": {}`)}}}`,
  }),
  'entries of JSON with one error each': (count) => ({
    'api/api.yaml': API,
    'api/parcels.json': `{"title": "Parcels", "codes": {\n${each(count, (i) => `"C${i}": {"status": 422, "meaning": "M ${i}.", "remediation": "R ${i}.", "retry": "neve"}`).join(',\n')}}}`,
  }),
  'items of a wrong type': (count) => domain([entry('LOST', 0, `, causes: [${each(count, () => '1')}]`)]),
  'equal keys': (count) => domain(each(count, () => 'LOST: {}')),
  'equal keys of JSON': (count) => ({
    'api/api.yaml': API,
    'api/parcels.json': `{"title": "Parcels", "codes": {${each(count, () => '"LOST": {}')}}}`,
  }),
  'unknown keys': (count) => domain([entry('LOST', 0, `, ${each(count, (i) => `key${1000 + i}: 1`).join(', ')}`)]),
  'domains without files': (count) => ({
    'api/api.yaml': API.replace('[parcels]', `[${each(count, (i) => `d${i}`)}]`),
  }),
  'domains listed twice': (count) => ({ 'api/api.yaml': API.replace('[parcels]', `[${each(count, () => 'd')}]`) }),
  'domains with files': (count) => ({
    'api/api.yaml': API.replace('[parcels]', `[${each(count, (i) => `d${i}`)}]`),
    ...Object.fromEntries(
      each(count, (i) => `d${i}`).map((id, i) => [`api/${id}.yaml`, `title: D\ncodes:\n  ${entry(`C${i}`, i)}\n`]),
    ),
  }),
  'files that no list names': (count) => ({
    ...domain([entry('LOST', 0)]),
    ...Object.fromEntries(
      each(count, (i) => `d${i}`).map((id, i) => [`api/${id}.yaml`, `title: D\ncodes:\n  ${entry(`C${i}`, i)}\n`]),
    ),
  }),
  'fields of the envelope': (count) => domain([entry('LOST', 0)], API + each(count, (i) => field(i)).join('')),
  'fields of the envelope that the example sets': (count) =>
    domain(
      [entry('LOST', 0, `, example: { ${each(count, (i) => `/f${i}: x`).join(', ')} }`)],
      API + each(count, (i) => field(i, ', optional: true')).join(''),
    ),
  'fields of a code': (count) =>
    domain([entry('LOST', 0, `, fields: [${each(count, (i) => `{ pointer: /f${i}, type: string, meaning: A. }`)}]`)]),
  'fields inside of one another': (count) =>
    domain(
      [entry('LOST', 0)],
      API + each(count, (i) => field(i).replace(/\/f\d+/, '$&/a')).join('') + each(count, (i) => field(i)).join(''),
    ),
  'pointers of the example that nobody lists': (count) =>
    domain([entry('LOST', 0, `, example: { ${each(count, (i) => `/f${i}: x`).join(', ')} }`)]),
  'a long pointer': (count) =>
    domain([entry('LOST', 0)], `${API}    - { pointer: ${'/a'.repeat(count)}, type: string, meaning: A. }\n`),
  'internal codes named in public': (count) =>
    domain([
      ...each(count, (i) => entry(`HIDDEN_${i}`, i, ', visibility: internal')),
      ...each(count, (i) => entry(`C${i}`, i, '', `Not HIDDEN_${i}, nor HIDDEN_0.`)),
    ]),
  'internal codes and one long text': (count) =>
    domain([
      ...each(count, (i) => entry(`HIDDEN_${i}`, i, ', visibility: internal')),
      entry('LOST', 0, '', 'HIDDEN is lost. '.repeat(count)),
    ]),
  'an internal code in one long text': (count) =>
    domain([entry('HIDDEN_1', 1, ', visibility: internal'), entry('LOST', 0, '', `"${'HIDDEN_1 '.repeat(count)}"`)]),
  'states that are misspelled': (count) =>
    domain(
      each(count, (i) => entry(`C${i}`, i, `, states: [state-number-${i}-lots]`)),
      `${API}states:\n  life:\n    title: Life\n    values:\n${each(count, (i) => `      state-number-${i}-lost: { meaning: M. }\n`).join('')}`,
    ),
  'codes of a limit that are misspelled': (count) =>
    domain(
      each(count, (i) => entry(`PARCEL_NUMBER_${i}_LOST`, i)),
      `${API}limits:\n  - title: All\n    max: 1\n    codes: [${each(count, (i) => `PARCEL_NUMBER_${i}_LOTS`)}]\n`,
    ),
  'approvals of nothing': (count) => ({
    ...domain([entry('LOST', 0)]),
    'api/approvals.yaml': `approvals:\n${each(count, (i) => `  - { rule: code-removed, code: C${i}, reason: Gone., until: "2027-01-01" }\n`).join('')}`,
  }),
  'statuses of one code': (count) => domain([entry('LOST', 0).replace('422', `[${each(count, (i) => `s${i}`)}]`)]),
  'examples of one code': (count) =>
    domain([entry('LOST', 0, `, examples: { ${each(count, (i) => `e${i}: { /code: 1 }`).join(', ')} }`)]),
  'headers of one code': (count) =>
    domain([entry('LOST', 0, `, headers: { ${each(count, (i) => `H${i}: { value: x }`).join(', ')} }`)]),
  'messages in two styles': (count) =>
    domain(each(count, (i) => entry(`C${i}`, i, `, message: ${i % 9 ? 'It is lost.' : 'it is lost'}`))),
  'an API for each folder': (count) =>
    Object.fromEntries(each(count, (i) => `api${i}`).map((id) => [`${id}/api.yaml`, API])),
} satisfies Record<string, Shape>;

/** Shapes whose work is not in proportion to their size: it ends at a limit, or is done by the engine. */
export const LIMITED = {
  'misspelled references, one prefix': (count) =>
    domain(
      each(count, (i) => entry(`${'A'.repeat(30)}${letters(i)}`, i, `, related: [${'A'.repeat(30)}${letters(i)}x9]`)),
    ),
  'slashes in the address of the source': (count) =>
    domain([entry('LOST', 0)], `${API}source: https://example.com/${'/'.repeat(count)}a\n`),
  'two long codes': (count) =>
    domain([entry(`? ${'A'.repeat(count)}\n  `, 0), entry('LOST', 0, `, related: [${'A'.repeat(count)}B]`)]),
} satisfies Record<string, Shape>;

/** Shapes in which each code meets each field of the envelope: no order of work makes that linear. */
export const PRODUCTS = {
  'fields of the envelope, and as many codes': (count) =>
    domain(
      each(count, (i) => entry(`C${i}`, i)),
      API + each(count, (i) => field(i)).join(''),
    ),
  'fields of the envelope, and codes with fields': (count) =>
    domain(
      each(count, (i) => entry(`C${i}`, i, `, fields: [{ pointer: /own, type: string, meaning: Own. }]`)),
      API + each(count, (i) => field(i)).join(''),
    ),
} satisfies Record<string, Shape>;
