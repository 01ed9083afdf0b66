import { check as checkSources } from '../index.ts';
import type { Command } from './command.ts';
import { readContracts } from './contracts.ts';
import { formatGithub } from './format/github.ts';
import { formatJson } from './format/json.ts';
import { type Report, reportOf } from './format/report.ts';
import { formatSarif } from './format/sarif.ts';
import { formatText } from './format/text.ts';
import { EXIT, type ExitStatus, type Io } from './io.ts';
import { contractsFolder, formatOption } from './options.ts';

/** How diagnostics are written, by the name of the format. */
export const FORMATS: Record<string, (report: Report, io: Io) => string> = {
  text: (report, io) => formatText(report, io.terminal.out),
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
};

export const check: Command = {
  summary: 'Reports every problem of the registry, with its place and its fix.',
  options: ['contracts', 'strict', 'format'],
  values: { format: Object.keys(FORMATS).join('|') },
  async run(options, io) {
    const format = formatOption(options, FORMATS);
    const folder = contractsFolder(options, io);
    const checked = checkSources(await readContracts(folder.path), { today: io.today });
    io.out(format(reportOf(checked, folder.shown), io));
    return verdict(checked.counts, options.strict === true);
  },
};

/** The exit status that a check deserves: under `strict` a warning weighs as much as an error. */
export function verdict({ errors, warnings }: Report['counts'], strict: boolean): ExitStatus {
  return errors > 0 || (strict && warnings > 0) ? EXIT.registryHasErrors : EXIT.done;
}
