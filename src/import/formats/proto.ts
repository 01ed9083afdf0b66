import { type Cell, type Input, type Reading, type Row, rowOf } from '../source.ts';
import { unwrapped } from './comment.ts';
import { type ProtoToken, protoTokens } from './proto-tokens.ts';

interface ProtoEnum {
  name: string;
  rows: Row[];
}

/** An enum that lists errors is named so; where none is, all of them are read. */
const OF_ERRORS = /err|code|reason|fault|problem|failure/i;

/** What google/rpc/code.proto and files like it say about the HTTP status. */
const MAPPING = /^[ \t]*HTTP (?:Mapping|status)(?: code)?:?[ \t]*(.+)$/im;

/** The values of the enums of a `.proto` file, with their comments; a comment alone says what an HTTP status is. */
export function readProto({ file: { text } }: Input): Reading {
  const reading: Reading = {
    rows: [],
    problems: [],
    isMarkdown: true,
    mapping: { code: ['name'], meaning: ['comment'], status: ['HTTP mapping'], deprecated: ['deprecated'] },
  };
  const enums = enumsOf(protoTokens(text), reading);
  const ofErrors = enums.filter(({ name }) => OF_ERRORS.test(name));
  for (const { rows } of ofErrors.length > 0 ? ofErrors : enums) for (const row of rows) reading.rows.push(row);
  return reading;
}

function enumsOf(tokens: readonly ProtoToken[], reading: Reading): ProtoEnum[] {
  const enums: ProtoEnum[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [word, name, brace] = [tokens[i], tokens[i + 1], tokens[i + 2]];
    if (word?.text !== 'enum' || name === undefined || brace?.text !== '{') continue;
    const end = tokens.findIndex((token, index) => index > i && token.text === '}');
    if (end < 0)
      reading.problems.push({
        at: word.at,
        message: `The enum \`${name.text}\` never ends, so what follows may not be its values.`,
        fix: 'Close it with `}`.',
      });
    const until = end < 0 ? tokens.length : end;
    const rows = statementsOf(tokens.slice(i + 3, until)).flatMap((them) => rowOfStatement(them, name, reading));
    enums.push({ name: name.text, rows });
    i = until;
  }
  return enums;
}

/** The statements of an enum, without their semicolons, whose comment goes to the token before. */
function statementsOf(tokens: readonly ProtoToken[]): ProtoToken[][] {
  const statements: ProtoToken[][] = [[]];
  for (const token of tokens) {
    const last = statements.at(-1) ?? [];
    if (token.text !== ';') last.push(token);
    else {
      const [first] = last;
      if (first) first.after = token.after;
      statements.push([]);
    }
  }
  return statements.filter(({ length }) => length > 0);
}

function rowOfStatement(tokens: readonly ProtoToken[], enumName: ProtoToken, { problems }: Reading): Row[] {
  const [name, equals, number] = tokens;
  if (!name || name.text === 'option') return [];
  if (name.text === 'reserved') {
    for (const it of tokens.slice(1).filter(({ text }) => /^["']/.test(text)))
      problems.push({
        at: it.at,
        message: `\`${it.text.slice(1, -1)}\` is reserved, so it is not a value of \`${enumName.text}\` and was not imported.`,
        fix: 'If the API once sent it, keep its entry with `retired`.',
      });
    return [];
  }
  if (equals?.text !== '=' || !number || !/^-?(?:0x[0-9a-f]+|\d+)$/i.test(number.text)) {
    problems.push({
      at: name.at,
      message: `\`${name.text}\` is not a value of an enum, because it has no number.`,
      fix: 'Write it as `NAME = 1;`.',
    });
    return [];
  }
  const comment = [name.before, name.after].filter((it) => it !== '').join('\n\n');
  const status = MAPPING.exec(comment)?.[1];
  const meaning = unwrapped(comment.replace(MAPPING, '').trim());
  const options = tokens
    .slice(3)
    .map(({ text }) => text)
    .join('');
  const cell = (value: string): Cell => ({ value, at: name.at });
  const at = [name.at[0], number.at[1]] as const;
  return [
    rowOf(at, [
      ['name', cell(name.text)],
      ['number', { value: Number(number.text), at: number.at }],
      ['enum', { value: enumName.text, at: enumName.at }],
      ['comment', meaning === '' ? undefined : cell(meaning)],
      ['HTTP mapping', status === undefined ? undefined : cell(status)],
      ['deprecated', /\bdeprecated=true\b/.test(options) ? { value: true, at: name.at } : undefined],
    ]),
  ];
}
