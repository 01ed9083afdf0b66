import type { Command } from './command.ts';
import { type Comparison, compareWith, isAllowed } from './comparison.ts';
import { changesAsGithub } from './format/changes/github.ts';
import { changesAsJson } from './format/changes/json.ts';
import { changesAsMarkdown } from './format/changes/markdown.ts';
import { changesAsText } from './format/changes/text.ts';
import { addToSummary, setCounts } from './github/output.ts';
import { EXIT, type Io } from './io.ts';
import { formatOption } from './options.ts';

const FORMATS: Record<string, (comparison: Comparison, io: Io) => string> = {
  text: (comparison, io) => changesAsText(comparison, io.terminal.out),
  markdown: (comparison) => changesAsMarkdown(comparison),
  json: changesAsJson,
  github: changesAsGithub,
};

export const diff: Command = {
  options: ['against', 'contracts', 'config', 'format'],
  values: { format: Object.keys(FORMATS).join('|') },
  async run(options, io) {
    const format = formatOption(options, FORMATS);
    const { comparison } = await compareWith(options, io);
    io.out(format(comparison, io));
    if (options.format === 'github') {
      await setCounts(comparison.counts);
      await addToSummary(changesAsMarkdown(comparison));
    }
    return isAllowed(comparison) ? EXIT.done : EXIT.registryHasErrors;
  },
};
