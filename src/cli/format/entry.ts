import { type Api, type Code, type EndOfLife, examplesOf, responseText } from '../../index.ts';
import { texts } from '../../site/texts.ts';
import { visible } from './visible.ts';
import { proseLines, type Setting, textLines } from './wrap.ts';

const { code: t } = texts;

/** A part of what is printed: a heading, and indented lines below it. */
export function section(title: string, content: readonly string[], { paint }: Setting): string[] {
  return content.length === 0 ? [] : ['', paint('bold', title), ...content];
}

/** One entry of the registry, as its page says it; `address` is that of the page, and shown where it is a whole one. */
export function entryLines(api: Api, code: Code, setting: Setting, address: string): string[] {
  const prose = (text: string) => proseLines(text, setting, '  ');
  return [
    ...head(api, code, setting),
    '',
    ...facts(code, setting),
    '',
    ...proseLines(code.meaning, setting),
    ...section(t.whatToDo, stepLines(code, setting), setting),
    ...section(t.retry, retryNotes(code).flatMap(prose), setting),
    ...section(
      t.causes,
      code.causes.flatMap((cause) => proseLines(cause, setting, '  - ')),
      setting,
    ),
    ...section(t.response, responseLines(api, code, address), setting),
    ...section(
      t.related,
      code.related.map((it) => `  ${visible(it)}`),
      setting,
    ),
    ...(URL.canParse(address) ? ['', visible(address)] : []),
  ];
}

function head(api: Api, code: Code, setting: Setting): string[] {
  const { paint } = setting;
  const title = code.title === undefined || code.title === code.code ? [] : textLines(code.title, setting);
  const aliases = code.aliases.map((alias) => visible(alias.code)).join(', ');
  return [
    `${paint('bold', visible(code.code))}  ${paint('dim', visible(api.title))}`,
    ...title,
    ...endOfLife(code.retired, t.retiredSince(code.retired?.since), setting),
    ...endOfLife(code.deprecated, t.deprecatedSince(code.deprecated?.since), setting),
    ...(code.reserved ? [paint('yellow', t.reservedNote)] : []),
    ...(aliases === '' ? [] : textLines(`Also known as: ${aliases}`, setting)),
  ];
}

function endOfLife(end: EndOfLife | undefined, sentence: string, setting: Setting): string[] {
  if (!end) return [];
  const { replacedBy, reason } = end;
  return [
    ...textLines(sentence, setting).map((line) => setting.paint('yellow', line)),
    ...(reason === undefined ? [] : proseLines(reason, setting)),
    ...(replacedBy === undefined ? [] : [`${t.replacedBy} ${visible(replacedBy)}`]),
  ];
}

function facts(code: Code, setting: Setting): string[] {
  const statuses = code.statuses.map(({ status, title }) =>
    String(status) === title ? title : `${status} ${title}`.trim(),
  );
  const rows: [string, string][] = [
    [t.status, statuses.join(', ')],
    [t.fault, texts.faults[code.fault]],
    [t.retry, texts.retry[code.retry.policy].long],
    ...(code.since === undefined ? [] : [[t.since, code.since] as [string, string]]),
    ...(code.operations.length === 0
      ? []
      : [[t.operations, code.operations.map(({ operation }) => operation).join(', ')] as [string, string]]),
  ];
  const width = Math.max(...rows.map(([term]) => term.length)) + 2;
  return rows.flatMap(([term, value]) => textLines(value, setting, term.padEnd(width)));
}

function stepLines({ remediation }: Code, setting: Setting): string[] {
  if (remediation.length === 1) return proseLines(remediation[0]!, setting, '  ');
  const width = String(remediation.length).length;
  return remediation.flatMap((step, index) => proseLines(step, setting, `  ${String(index + 1).padStart(width)}. `));
}

function retryNotes({ retry: { policy, reason, delay, attempts } }: Code): string[] {
  return [
    reason ?? texts.retry[policy].what,
    ...(delay === undefined ? [] : [policy === 'retry-after' ? t.wait(delay) : t.delay(delay)]),
    ...(attempts === undefined ? [] : [t.attempts(attempts)]),
  ];
}

function responseLines(api: Api, code: Code, address: string): string[] {
  const example = examplesOf(api, code, address)[0];
  if (!example) return [`  ${t.notHttp}`];
  // line by line, for a line end within a text would begin a line of its own
  return responseText(example.response)
    .split('\n')
    .map((line) => `  ${visible(line)}`.trimEnd());
}
