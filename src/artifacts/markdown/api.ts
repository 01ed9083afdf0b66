import { API_FILES, guidePath } from '../../model/addresses.ts';
import type { Api, Code } from '../../model/registry.ts';
import { POLICIES } from '../../model/schema/retry.ts';
import type { ApiArtifact, Links, Words } from '../artifact.ts';
import { codeSections, fieldTable, statusText, twinOf } from './code.ts';
import { code as inCode, line, plain, prose, table } from './write.ts';

/** What the page of an API says, as Markdown: envelope, handling, and every domain's table. */
export const apiMarkdown: ApiArtifact = {
  id: 'markdown',
  path: API_FILES.markdown,
  mediaType: 'text/markdown; charset=utf-8',
  summary: "What the API's page says, as Markdown.",
  make: (api, links, words) => `${apiSections(api, links, words).join('\n\n')}\n`,
};

/** The API in the form that agents look for (llmstxt.org): what it is, and a link with a line for each code. */
export const llms: ApiArtifact = {
  id: 'llms',
  path: API_FILES.llms,
  mediaType: 'text/plain; charset=utf-8',
  summary: 'A list of links to all codes for agents (llmstxt.org).',
  make(api, links, words) {
    const hrefOf = twinOf(api, links);
    const domains = api.domains.map(({ id, title }) => {
      const codes = api.codes.filter(({ domain }) => domain === id);
      const items = codes.map(
        (code) =>
          `- [${plain(code.code)}](${hrefOf(code.code)}): ${statusText(code.statuses[0]!)}, ` +
          `${words.retry[code.retry.policy].long.toLowerCase()}. ${firstLine(code.meaning)}`,
      );
      return `## ${plain(title)}\n\n${items.join('\n')}`;
    });
    const more = [
      `- [${words.api.envelope}, ${words.api.handling.toLowerCase()}](${links.api}${API_FILES.markdown})`,
      `- [${API_FILES.json}](${links.api}${API_FILES.json})`,
      `- [${API_FILES.llmsFull}](${links.api}${API_FILES.llmsFull})`,
    ];
    return `${[`# ${plain(api.title)}`, `> ${line(api.summary, hrefOf)}`, more.join('\n'), ...domains].join('\n\n')}\n`;
  },
};

/** All of an API in one file: its page, then every code's. */
export const llmsFull: ApiArtifact = {
  id: 'llms-full',
  path: API_FILES.llmsFull,
  mediaType: 'text/plain; charset=utf-8',
  summary: 'The API and all of its codes in one file for agents (llmstxt.org).',
  make(api, links, words) {
    const codes = api.codes.flatMap((code) => codeSections(api, code, links, words, '##'));
    return `${[...apiSections(api, links, words), ...codes].join('\n\n')}\n`;
  },
};

function apiSections(api: Api, links: Links, words: Words): string[] {
  const hrefOf = twinOf(api, links);
  const { api: t } = words;
  const guides = api.guides.map(
    ({ id, title, summary }) => `- [${plain(title)}](${links.api}${guidePath(id)}): ${line(summary, hrefOf)}`,
  );
  return [
    `# ${plain(api.title)}`,
    prose(api.summary, hrefOf),
    ...(guides.length > 0 ? [`## ${t.guides}`, guides.join('\n')] : []),
    ...envelopes(api, words, hrefOf),
    `## ${t.handling}`,
    ...handling(api, words, hrefOf),
    ...api.domains.flatMap(({ id, title, summary }) => [
      `## ${plain(title)}`,
      ...(summary ? [prose(summary, hrefOf)] : []),
      codeTable(
        api.codes.filter(({ domain }) => domain === id),
        words,
        hrefOf,
      ),
    ]),
  ];
}

type HrefOf = (text: string) => string | undefined;

function envelopes(api: Api, words: Words, hrefOf: HrefOf): string[] {
  const all = Object.entries(api.envelopes);
  if (all.length === 0) return [];
  const shown = all.flatMap(([name, { meaning, mediaType, fields }]) => [
    ...(all.length > 1 ? [`### ${plain(name)}`] : []),
    ...(meaning ? [prose(meaning, hrefOf)] : []),
    inCode(mediaType),
    fieldTable(fields, words, hrefOf)!,
  ]);
  return [`## ${words.api.envelope}`, ...(api.sendsCodes ? [] : [words.api.noCodes]), ...shown];
}

function handling(api: Api, words: Words, hrefOf: HrefOf): string[] {
  const current = api.codes.filter(({ retired }) => !retired);
  const policies = POLICIES.flatMap((policy) => {
    const codes = current.filter(({ retry }) => retry.policy === policy);
    const { long, what } = words.retry[policy];
    if (codes.length === 0) return [];
    return [`**${long}.** ${what}`, codes.map(({ code }) => `[${inCode(code)}](${hrefOf(code)})`).join(', ')];
  });
  const { unknownCodes: rule } = api;
  return [
    ...policies,
    `### ${words.unknownCode.title}`,
    ...(rule
      ? [`**${words.retry[rule.retry.policy].long}.**`, prose(rule.meaning, hrefOf)]
      : [words.unknownCode.standard]),
  ];
}

function codeTable(codes: readonly Code[], words: Words, hrefOf: HrefOf): string {
  const { code: t, table: names } = words;
  return table(
    [names.code, t.status, t.retry, names.meaning, t.whatToDo],
    codes.map((code) => [
      `[${inCode(code.code)}](${hrefOf(code.code)})`,
      code.statuses.map(({ status }) => plain(String(status))).join(', '),
      words.retry[code.retry.policy].long,
      line(code.meaning, hrefOf),
      line(code.remediation[0]!, hrefOf),
    ]),
  );
}

function firstLine(text: string): string {
  const sentence = /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
  return line(sentence, () => undefined);
}
