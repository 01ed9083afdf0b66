import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { quoteReport } from '../../src/cli/github/quote.ts';
import { ROOT } from '../helpers/fixture.ts';

const SITE = 'https://acme.github.io/errors/pr-7/';

/** What nobody sees, and what parts a text so that GitHub reads no reference into it. */
const B = '\u200b';

/** What a pull request may write into its report, and the whole of what the comment quotes. */
const QUOTED: [name: string, report: string, quoted: string][] = [
  ['plain text', 'One\n\nTwo\n', '> One\n>\n> Two\n>'],
  ['mentions', '@alice @acme/team a@example.com', `> @${B}alice @${B}acme/team a@${B}example.com`],
  ['a mention behind a backslash', '\\@alice', `> @${B}alice`],
  [
    'a mention as an entity',
    '&#64;alice &#x40;bob &commat;carol',
    `> &amp;\\#${B}64;alice &amp;\\#${B}x40;bob &amp;commat;carol`,
  ],
  ['a mention as an entity of an entity', '&amp;#64;alice', `> &amp;\\#${B}64;alice`],
  ['a mention behind an invisible character', '@\u200balice @\u2060bob', `> @${B}alice @${B}bob`],
  [
    'commands',
    '/merge\n  /approve now\n\u200b/close\n> /lgtm',
    '> \\/merge\n> \\/approve now\n> \\/close\n> &gt; /lgtm',
  ],
  ['commands of other bots', '!deploy\n@dependabot merge\nbors r+', `> \\!deploy\n> @${B}dependabot merge\n> bors r+`],
  ['a command in a list and a heading', '- /merge\n# /merge', '> - \\/merge\n> # \\/merge'],
  [
    'a command behind another line end',
    'a\r/merge\r\n/merge\u2028/merge\v/merge',
    '> a\n> \\/merge\n> \\/merge /merge /merge',
  ],
  ['words that close', 'closes #1, fixes: #2, Resolves GH-3', `> closes \\#${B}1, fixes: \\#${B}2, Resolves GH${B}-3`],
  [
    'issues elsewhere',
    'acme/errors#2 closes https://github.com/acme/errors/issues/1',
    `> acme/errors\\#${B}2 closes https:${B}//github.com/acme/errors/issues/1`,
  ],
  ['an issue behind backslashes', 'closes \\#1 GH\\-3', `> closes \\#${B}1 GH${B}-3`],
  [
    'commits',
    `deadbeef acme@${'0a'.repeat(20)} 1234567 abc123`,
    `> deadbe${B}ef acme@${B}${`0a0a0a${B}`.repeat(6)}0a0a 123456${B}7 abc123`,
  ],
  ['the direction of writing', 'a\u202eb\u2066c\u200fd\u061ce', '> abcde'],
  ['invisible characters', 'w\u200bw\u00adw\u2060.\ufeffexample.com \u{e0041}x\ufe0f', `> www${B}.example.com x`],
  ['control characters and halves of characters', 'a\u0000b\u001b[31mc\u009bd\ud800e', '> a b \\[31mc d\ufffde'],
  [
    'addresses',
    'https://x.example www.x.example mailto:a@b.example',
    `> https:${B}//x.example www${B}.x.example mailto:${B}a@${B}b.example`,
  ],
  ['links elsewhere', '[All changes](https://x.example/)', `> All changes (https:${B}//x.example/)`],
  [
    'links below the preview',
    `[\`A[0]\`](${SITE}a/errors/A~5B0~5D/) [all](${SITE}preview/#x)`,
    `> [\`A[0]\`](${SITE}a/errors/A~5B0~5D/) [all](${SITE}preview/#x)`,
  ],
  [
    'a link out of the preview',
    `[a](${SITE}../) [b](${SITE}%2e%2E/)`,
    `> a (https:${B}//acme.github.io/errors/pr-7/../) b (https:${B}//acme.github.io/errors/pr-7/%2e%2E/)`,
  ],
  [
    'a link to the preview in disguise',
    '[a](https://acme.github.io@x.example/) [b](javascript:alert(1)) [c][d]\n[d]: https://x.example',
    `> \\[a\\](https:${B}//acme.github.io@${B}x.example/) \\[b\\](javascript:alert(1)) \\[c\\]\\[d\\]\n> \\[d\\]: https:${B}//x.example`,
  ],
  [
    'pictures',
    `![a](https://x.example/a.png) ![b](${SITE}b.png)`,
    `> \\!a (https:${B}//x.example/a.png) \\![b](${SITE}b.png)`,
  ],
  [
    'HTML',
    '<img src=x onerror=a()> <!-- x --> <details open> <br> <BR> <https://x.example>',
    `> &lt;img src=x onerror=a()&gt; &lt;!-- x --&gt; &lt;details open&gt; <br> &lt;BR&gt; &lt;https:${B}//x.example&gt;`,
  ],
  ['code', '`@alice #1` `` @bob `` ` ```', `> \`@alice #1\` \\\`\\\` @${B}bob \\\`\\\` \\\` \\\`\\\`\\\``],
  [
    'code as HTML',
    '<code>a&#124;b</code> <code>@alice</code> <code>x',
    `> <code>a&#124;b</code> &lt;code&gt;@${B}alice&lt;/code&gt; &lt;code&gt;x`,
  ],
  ['an invisible character as an entity in code', '<code>a&#8238;b&#9999999;c</code>', '> `ab c`'],
  ['a fence', '```\n@alice\n~~~\n    indented', `> \\\`\\\`\\\`\n> @${B}alice\n> \\~\\~\\~\n> indented`],
  ['notices and tasks', '[!WARNING]\n- [ ] task [^1]', '> \\[!WARNING\\]\n> - \\[ \\] task \\[^1\\]'],
  ['mathematics', '$x$ $$y$$', '> \\$x\\$ \\$\\$y\\$\\$'],
  [
    'a table',
    '| **A** | `b` |\n| --- | --- |\n| x\\|y<br>#1 | closes |',
    `> | **A** | \`b\` |\n> | --- | --- |\n> | x\\|y<br>\\#${B}1 | closes |`,
  ],
  ['a bar outside of a table', 'a | b', '> a \\| b'],
];

for (const [name, report, quoted] of QUOTED) {
  test(`quoted from a pull request: ${name}`, () => {
    assert.equal(quoteReport(report, SITE), quoted);
  });
}

test('a report of ours is quoted as it is', () => {
  const report = readFileSync(join(ROOT, 'tests/cli/changes/markdown.md'), 'utf8');
  assert.equal(
    quoteReport(report, SITE),
    report
      .split('\n')
      .map((line) => `> ${line}`.trimEnd())
      .join('\n'),
  );
});

/** What hostile reports are put together of. */
const PIECES = [
  ...[
    '@',
    'alice',
    '#',
    '1',
    'GH-',
    'closes ',
    'deadbeef',
    '/',
    'merge',
    '`',
    '``',
    '```',
    '**',
    '*',
    '_',
    '~~~',
    '|',
    '\\',
    '&#64;',
    '&amp;',
  ],
  ...[
    '[',
    ']',
    '](',
    '(',
    ')',
    '!',
    '<',
    '>',
    '<br>',
    '<code>',
    '</code>',
    '<a href="https://x.example">',
    '<!--',
    '-->',
    'https://x.example/',
    SITE,
  ],
  ...[
    '[a](',
    'www.x.example',
    'a@b.example',
    '\n',
    '\r',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '- ',
    '# ',
    '| --- |',
    '\u202e',
    '\u200b',
    '\ud83d',
    '\u2028',
    '[x]: ',
    '$',
    ':',
  ],
];

test('whatever a report is put together of, nothing of it acts', () => {
  const next = random(20_261_121);
  const markdown = new MarkdownIt({ html: true, linkify: true });
  // unlike GitHub's, it takes our break for a part of a name; what follows an @ is looked at below
  markdown.linkify.set({ fuzzyEmail: false });
  for (let i = 0; i < 1000; i++) {
    const report = Array.from({ length: 1 + next(40) }, () => PIECES[next(PIECES.length)]).join('');
    const quoted = quoteReport(report, SITE);
    assert.deepEqual(dangers(markdown.render(quoted), quoted), [], JSON.stringify(report));
    assert.equal(quoteReport(unquoted(quoted), SITE), quoted, `again: ${JSON.stringify(report)}`);
  }
});

/** What GitHub or a bot would act upon. */
function dangers(html: string, quoted: string): string[] {
  const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href ?? '');
  const texts = html
    .replace(/<code>[^<]*<\/code>|<a [^>]*>.*?<\/a>/g, '')
    .split(/<[^>]*>/)
    .map((text) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    );
  return [
    ...links.filter((href) => !href.startsWith(SITE)),
    ...(html.match(/<(?!\/?(?:p|h\d|ul|ol|li|blockquote|table|thead|tbody|tr|t[hd]|strong|em|code|br|hr|a)\b)/g) ?? []),
    ...texts.flatMap(
      (text) =>
        text.match(/@\w|#\d|(?<![0-9a-z])GH-\d|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])|:\/\/|(?<![0-9a-z])www\.\w/gi) ??
        [],
    ),
    ...(quoted.match(/^(?!>).*|^> *[/!].*|[\r\u2028\u202e\ud800-\udbff](?![\udc00-\udfff])/gm) ?? []),
  ];
}

function unquoted(text: string): string {
  return text.replace(/^> ?/gm, '');
}

/** Whole numbers below a limit, the same for the same seed (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
