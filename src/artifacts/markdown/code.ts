import { API_FILES, codeFilePath } from '../../model/addresses.ts';
import { responseText } from '../../model/envelope/example.ts';
import { examplesOf } from '../../model/envelope/of-code.ts';
import type { Api, Code, Status } from '../../model/registry.ts';
import type { EndOfLife } from '../../model/schema/code.ts';
import type { Field } from '../../model/schema/field.ts';
import type { CodeArtifact, Links, Words } from '../artifact.ts';
import { codeBlock, code as inCode, line, plain, prose, table } from './write.ts';

/** What the page of a code says, as Markdown. */
export const codeMarkdown: CodeArtifact = {
  id: 'code-markdown',
  pathOf: ({ code }) => codeFilePath(code, 'md'),
  mediaType: 'text/markdown; charset=utf-8',
  summary: 'What the page of one code says, as Markdown.',
  makeFor: (api, code, links, words) => `${codeSections(api, code, links, words, '#').join('\n\n')}\n`,
};

/** The address of a code's Markdown; of a text that is no code, undefined. */
export function twinOf(api: Api, links: Links): (text: string) => string | undefined {
  const known = twins.get(api) ?? new Map(api.codes.map((code) => [code.code, codeFilePath(code.code, 'md')]));
  twins.set(api, known);
  return (text) => (known.has(text) ? links.api + known.get(text) : undefined);
}

const twins = new WeakMap<Api, Map<string, string>>();

/** The parts of a code's Markdown, in the order of its page; `level` is the sign of its heading. */
export function codeSections(api: Api, code: Code, links: Links, words: Words, level: string): string[] {
  const hrefOf = twinOf(api, links);
  const show = (text: string) => prose(text, hrefOf);
  const list = (items: readonly string[]) => items.map((item) => `- ${line(item, hrefOf)}`).join('\n');
  const section = (title: string, parts: readonly (string | undefined)[]) => {
    const shown = parts.filter(Boolean);
    return shown.length === 0 ? [] : [`${level}# ${title}`, ...(shown as string[])];
  };
  const { code: t } = words;
  const steps = code.remediation.map((step, i) => `${i + 1}. ${line(step, hrefOf)}`);
  return [
    `${level} ${api.sendsCodes ? inCode(code.code) : plain(code.title ?? code.code)}`,
    facts(api, code, links, words),
    ...notices(code, words, hrefOf),
    show(code.meaning),
    ...section(t.whatToDo, [steps.length === 1 ? show(code.remediation[0]!) : steps.join('\n')]),
    ...section(t.retry, retry(code, words, show)),
    ...section(t.causes, [list(code.causes)]),
    ...section(t.response, responses(api, code, links, words)),
    ...section(t.headers, [headers(code, hrefOf)]),
    ...section(t.fields, [code.fields.length > 0 ? t.fieldsLead : undefined, fieldTable(code.fields, words, hrefOf)]),
    ...section(t.operations, [operations(code, hrefOf)]),
    ...section(t.states, [code.states.map((state) => `- ${inCode(state)}`).join('\n')]),
    ...section(t.seeAlso, [related(code, hrefOf), further(code)]),
  ];
}

/** A status with its name: `404 Not Found`. */
export function statusText({ status, title }: Status): string {
  return plain(title === String(status) ? title : `${status} ${title}`);
}

function facts(api: Api, code: Code, links: Links, { code: t, faults, retry }: Words): string {
  const rows = [
    ...(code.title && api.sendsCodes ? [plain(code.title)] : []),
    ...(api.sendsCodes ? [] : [inCode(code.code)]),
    `${t.status}: ${code.statuses.map(statusText).join(', ')}`,
    `${t.fault}: ${faults[code.fault]}`,
    `${t.retry}: ${retry[code.retry.policy].long}`,
    ...(code.since ? [`${t.since}: ${plain(code.since)}`] : []),
    `API: [${plain(api.title)}](${links.api}${API_FILES.markdown})`,
    `HTML: <${links.code(code.code)}>`,
  ];
  return rows.map((row) => `- ${row}`).join('\n');
}

type HrefOf = (text: string) => string | undefined;

function notices({ retired, deprecated, reserved }: Code, { code: t }: Words, hrefOf: HrefOf): string[] {
  const notice = (text: string, { reason, replacedBy }: EndOfLife = {}) => {
    const heir =
      replacedBy === undefined ? undefined : `${t.replacedBy} [${inCode(replacedBy)}](${hrefOf(replacedBy)})`;
    return `**${plain(text)}**${[reason && line(reason, hrefOf), heir].map((it) => (it ? ` ${it}` : '')).join('')}`;
  };
  return [
    ...(retired ? [notice(t.retiredSince(retired.since), retired)] : []),
    ...(deprecated ? [notice(t.deprecatedSince(deprecated.since), deprecated)] : []),
    ...(reserved ? [notice(t.reservedNote)] : []),
  ];
}

function retry({ retry: { policy, reason, delay, attempts } }: Code, words: Words, show: (text: string) => string) {
  const { code: t } = words;
  const notes = [
    ...(delay === undefined ? [] : [policy === 'retry-after' ? t.wait(delay) : t.delay(delay)]),
    ...(attempts === undefined ? [] : [t.attempts(attempts)]),
  ];
  return [
    `**${words.retry[policy].long}.** ${reason ? '' : words.retry[policy].what}`.trim(),
    reason && show(reason),
    notes.join(' '),
  ];
}

function responses(api: Api, code: Code, links: Links, { code: t }: Words): string[] {
  const examples = examplesOf(api, code, links.code(code.code));
  if (examples.length === 0) return [t.notHttp];
  return examples.flatMap(({ name, response }) => [
    ...(name ? [plain(name)] : []),
    codeBlock(response.statusLine ? 'http' : 'json', responseText(response)),
  ]);
}

function headers({ headers }: Code, hrefOf: HrefOf): string {
  return Object.entries(headers)
    .flatMap(([name, { meaning }]) => (meaning ? [`- ${inCode(name)}: ${line(meaning, hrefOf)}`] : []))
    .join('\n');
}

/** Fields with those of their items as a table; undefined where there are none. */
export function fieldTable(fields: readonly Field[], { table: t }: Words, hrefOf: HrefOf): string | undefined {
  const rows = (some: readonly Field[], above: string): string[][] =>
    some.flatMap((field) => {
      const pointer = above + field.pointer;
      const notes = [
        ...(field.optional ? [t.optional] : []),
        ...(field.const === undefined ? [] : [plain(t.always(JSON.stringify(field.const)))]),
      ];
      const type = [field.type, ...notes].join(', ');
      return [[inCode(pointer), type, line(field.meaning, hrefOf)], ...rows(field.items ?? [], `${pointer}/…`)];
    });
  return fields.length === 0 ? undefined : table([t.field, t.type, t.meaning], rows(fields, ''));
}

function operations({ operations }: Code, hrefOf: HrefOf): string {
  return operations
    .map(({ operation, meaning }) => `- ${inCode(operation)}${meaning ? `: ${line(meaning, hrefOf)}` : ''}`)
    .join('\n');
}

function related({ related }: Code, hrefOf: HrefOf): string {
  return related.map((name) => `- [${inCode(name)}](${hrefOf(name)})`).join('\n');
}

function further({ links }: Code): string {
  return links
    .map(({ title, href }) => `- [${plain(title)}](<${href.replace(/[<>]/g, encodeURIComponent)}>)`)
    .join('\n');
}
