import { type Api, type Code, codeDocument, type Document, type Links, type Notice } from '../../index.ts';
import { texts } from '../../site/texts.ts';
import { blockLines, spansOfContent } from './blocks.ts';
import { proseLines } from './prose.ts';
import { visible } from './visible.ts';
import { type Setting, spanLines, textLines } from './wrap.ts';

/** A part of what is printed: a heading, and indented lines below it. */
export function section(title: string, content: readonly string[], { paint }: Setting): string[] {
  return content.length === 0 ? [] : ['', paint('bold', title), ...content];
}

/** One entry of the registry, with all that its page says; the page's address is shown if it is a whole one. */
export function entryLines(api: Api, code: Code, setting: Setting, links: Links): string[] {
  const document = codeDocument(api, code, links);
  const address = links.code(code.code);
  return [
    ...head(api, document, setting),
    '',
    ...facts(document, setting),
    '',
    ...document.lead.flatMap((block) => blockLines(block, setting, '')),
    ...document.sections.flatMap(({ title, blocks }) =>
      section(
        title,
        blocks.flatMap((block, index) => [
          ...(block.kind === 'heading' && index > 0 ? [''] : []),
          ...blockLines(block, setting, '  '),
        ]),
        setting,
      ),
    ),
    ...(URL.canParse(address) ? ['', visible(address)] : []),
  ];
}

function head(api: Api, { title, subtitle, lines, notices }: Document, setting: Setting): string[] {
  const { paint } = setting;
  const name = spansOfContent([title]).map(({ text }) => visible(text));
  return [
    `${paint('bold', name.join(''))}  ${paint('dim', visible(api.title))}`,
    ...(subtitle ? spanLines(spansOfContent(subtitle), setting) : []),
    ...lines.flatMap((line) => spanLines(spansOfContent(line), setting)),
    ...notices.flatMap((notice) => noticeLines(notice, setting)),
  ];
}

function noticeLines({ text, reason, replacedBy }: Notice, setting: Setting): string[] {
  return [
    ...textLines(text, setting).map((line) => setting.paint('yellow', line)),
    ...(reason === undefined ? [] : proseLines(reason, setting)),
    ...(replacedBy === undefined ? [] : [`${texts.code.replacedBy} ${visible(replacedBy)}`]),
  ];
}

function facts({ facts }: Document, setting: Setting): string[] {
  const width = Math.max(...facts.map(({ label }) => label.length)) + 2;
  return facts.flatMap(({ label, values }) => {
    const spans = values.flatMap((value, index) => [
      ...(index > 0 ? [{ kind: 'text' as const, text: ', ' }] : []),
      ...spansOfContent(value),
    ]);
    return spanLines(spans, setting, label.padEnd(width));
  });
}
