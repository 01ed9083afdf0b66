import { codeSpan, plain } from '../format/changes/escape-markdown.ts';

/** What is between two line ends of a report, in the Markdown that our reports are written in; all else is text. */
const TOKEN = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])`,
    '&(?<entity>amp|lt|gt);',
    String.raw`(?<!\x60)\x60(?<code>[^\x60|\\]+)\x60(?!\x60)`,
    String.raw`<code>(?<coded>(?:[\p{L}\p{N} ]|&#\d{1,7};)*)</code>`,
    String.raw`\[(?<label>(?:\\.|\x60[^\x60|\\]+\x60|[^[\]\x60\\])*)\]\((?<href>https?://[\w~%/?#.:+=-]+)\)`,
    '(?<bold>\\*\\*)',
    '(?<end><br>)',
    '(?<bar>\\|)',
    '(?<character>[^])',
  ].join('|'),
  'gu',
);

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>' };

/** Marks that make a heading or an item of a list of a line. */
const START = /^(?:#{1,6} |- )?/;

/**
 * A report from a pull request, which may have been written to anybody's liking, as a quotation that only shows what it
 * says: it is read as the Markdown of our reports and written again. Headings, tables, lists, bold and code stay; links
 * stay where they lead below `site`, an address that ends with a slash. The rest is text: it notifies nobody, refers to
 * no issue, commit or repository, closes nothing, loads nothing, links nowhere, commands no bot, and hides no character.
 */
export function quoteReport(report: string, site: string | undefined): string {
  const lines = cleaned(report).split('\n');
  return lines.map((line) => `> ${rewritten(line.trim(), site)}`.trimEnd()).join('\n');
}

/** Text without characters that nobody sees, or that turn the direction of writing; a line ends in one way alone. */
function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu, '')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/gu, ' ');
}

function rewritten(line: string, site: string | undefined): string {
  const start = START.exec(line)?.[0] ?? '';
  return start + inline(line.slice(start.length).trim(), site, /^\|.*\|$/.test(line));
}

function inline(text: string, site: string | undefined, isRow: boolean): string {
  const parts: string[] = [];
  let words = '';
  const say = (part: string) => {
    // a command begins its line, and a picture is a link after an exclamation mark
    const shown = plain(words).replace(/!$/, '\\!');
    parts.push(parts.length === 0 ? shown.replace(/^(?=[/!])/, '\\') : shown, part);
    words = '';
  };
  for (const { groups = {}, 0: all } of text.matchAll(TOKEN)) {
    const { escaped, entity, code, coded, label, href, bold, end, bar } = groups;
    if (code !== undefined) say(codeSpan(code));
    else if (coded !== undefined) say(codeSpan(cleaned(decoded(coded)).replaceAll('\n', ' ')));
    else if (bold ?? end ?? (isRow ? bar : undefined)) say(all);
    else if (label !== undefined && href !== undefined) {
      if (isBelow(href, site)) say(`[${inline(label, undefined, false)}](${href})`);
      else {
        say(inline(label, undefined, false));
        words = ` (${href})`;
      }
    } else words += escaped ?? (entity === undefined ? all : ENTITIES[entity]);
  }
  say('');
  return parts.join('').replace(/`{2,}/g, '` `');
}

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, digits: string) => {
    const point = Number(digits);
    return point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
  });
}

/** True where an address leads below the site also after a browser has resolved its `..`. */
function isBelow(href: string, site: string | undefined): boolean {
  return site !== undefined && URL.canParse(href) && new URL(href).href.startsWith(site);
}
