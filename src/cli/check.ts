import { check as checkSources, RULE_GROUPS, type RuleGroup } from '../check.ts';
import type { Command } from './command.ts';
import { readContracts } from './contracts.ts';
import type { Options } from './flags.ts';
import { type Report, reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { setCounts } from './github/output.ts';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.ts';
import { contractsFolder, formatOption } from './options.ts';

/** How diagnostics are written, by the name of the format; those for programs are loaded when they are asked for. */
export const FORMATS: Record<string, (report: Report, io: Io, options?: Options) => string | Promise<string>> = {
  text: (report, io, options) => formatText(report, io.terminal.out, options),
  json: async (report) => (await import('./format/json.ts')).formatJson(report),
  github: async (report) => (await import('./format/github.ts')).formatGithub(report),
  gitlab: async (report) => (await import('./format/gitlab.ts')).formatGitlab(report),
  sarif: async (report, io) => (await import('./format/sarif.ts')).formatSarif(report, io.err),
};

/** The formats that a host of code reads, which knows files by their path from the top of the repository. */
const HOSTED = new Set(['github', 'gitlab', 'sarif']);

/** How a report in a format names the registry's folder: from the top of its repository for a host, else as the caller can open it. */
export async function reportedFolder(
  { format = '' }: Options,
  { path, shown }: { path: string; shown: string },
): Promise<string> {
  if (!HOSTED.has(format)) return shown;
  const { pathInRepository } = await import('./git/prefix.ts');
  return (await pathInRepository(path)) ?? shown;
}

export const check: Command = {
  options: ['contracts', 'config', 'strict', 'rules', 'format', 'all', 'baseline', 'add'],
  values: { rules: RULE_GROUPS.join('|'), format: Object.keys(FORMATS).join('|') },
  async run(options, io) {
    const format = formatOption(options, FORMATS);
    const groups = ruleGroups(options);
    const folder = contractsFolder(options, io);
    if (options.add && !options.baseline) throw new UsageError('--add goes with --baseline.');
    const checkNow = async () => checkSources(await readContracts(folder.path), { today: io.today, groups });
    let checked = await checkNow();
    if (options.baseline) {
      const { writeBaselines } = await import('./baseline.ts');
      if (await writeBaselines(checked.baselines(options.add === true), folder, io)) checked = await checkNow();
    }
    io.out(await format(reportOf(checked, await reportedFolder(options, folder)), io, options));
    const { errors, warnings } = checked.counts;
    if (options.format === 'github') await setCounts({ errors, warnings });
    return verdict(checked.counts, options.strict === true);
  },
};

/** The groups of optional rules that `--rules` names. */
function ruleGroups({ rules }: Options): RuleGroup[] {
  if (rules === undefined) return [];
  const group = RULE_GROUPS.find((it) => it === rules);
  if (!group) throw new UsageError(`There is no group of rules \`${rules}\`; --rules takes ${RULE_GROUPS.join(', ')}.`);
  return [group];
}

/** The exit status that a check deserves: under `strict` a warning weighs as much as an error. */
export function verdict({ errors, warnings }: Report['counts'], strict: boolean): ExitStatus {
  return errors > 0 || (strict && warnings > 0) ? EXIT.registryHasErrors : EXIT.done;
}
