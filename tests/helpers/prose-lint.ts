import { createRequire } from 'node:module';
import { TextlintKernel, type TextlintPluginCreator, type TextlintRuleReporter } from '@textlint/kernel';
import { phrasesIn } from '../../src/load/lint/phrases.ts';

/** A text to lint as Markdown. */
export interface Prose {
  /** The file that it is from, relative to the project's folder. */
  file: string;
  /** The line of the file in which it starts, from 1. */
  line: number;
  markdown: string;
}

/** The vocabulary of the check rule `wording`, as a rule of textlint. Code and HTML are other nodes, and so are not looked at. */
const wording: TextlintRuleReporter = ({ Syntax, RuleError, report, getSource, locator }) => {
  const lint = (node: Parameters<typeof report>[0]) => {
    for (const { index, text, write } of phrasesIn(getSource(node))) {
      const padding = locator.range([index, index + text.length]);
      report(node, new RuleError(`"${text}": ${write === '' ? 'leave it out' : `write "${write}"`}`, { padding }));
    }
  };
  return { [Syntax.Paragraph]: lint, [Syntax.Header]: lint, [Syntax.TableCell]: lint };
};

/** The plugin is CommonJS with a member `default`, which an import would hide or not, depending on who reads it. */
const { default: plugin }: { default: TextlintPluginCreator } = createRequire(import.meta.url)(
  '@textlint/textlint-plugin-markdown',
);

const OPTIONS = {
  ext: '.md',
  plugins: [{ pluginId: 'markdown', plugin }],
  rules: [{ ruleId: 'wording', rule: wording }],
};

/** What textlint finds in texts, each as `file:line: "phrase": advice`, in the order of the texts. */
export async function findingsIn(texts: readonly Prose[]): Promise<string[]> {
  const kernel = new TextlintKernel();
  const found: string[] = [];
  for (const { file, line, markdown } of joined(texts)) {
    const { messages } = await kernel.lintText(markdown, OPTIONS);
    for (const it of messages) found.push(`${file}:${line(it.loc.start.line)}: ${it.message.replace(/\s+/g, ' ')}`);
  }
  return found;
}

interface Joined {
  file: string;
  markdown: string;
  /** The line of the file from a line of the text. */
  line: (line: number) => number;
}

/** One text for each file, because a parser starts once for each. */
function joined(texts: readonly Prose[]): Joined[] {
  return [...Map.groupBy(texts, ({ file }) => file)].map(([file, all]) => {
    const lines = all.flatMap(({ line, markdown }) => [
      ...markdown.split('\n').map((text, index) => ({ text, line: line + index })),
      { text: '', line },
    ]);
    return { file, markdown: lines.map(({ text }) => text).join('\n'), line: (number) => lines[number - 1]?.line ?? 1 };
  });
}
