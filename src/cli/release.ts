import { join } from 'node:path';
import type { Change } from '../index.ts';
import { CHANGE_LEVELS, check, counted, isReleaseName, type PlannedRelease, type ReleasePlan } from '../index.ts';
import type { Command } from './command.ts';
import { readContracts } from './contracts.ts';
import type { Options } from './flags.ts';
import { reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { visible } from './format/visible.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { contractsFolder } from './options.ts';
import { writeWhole } from './output/write-whole.ts';

export const release: Command = {
  options: ['contracts', 'config', 'name', 'date', 'api'],
  async run(options, io) {
    const { name, date } = wishOf(options, io);
    const folder = contractsFolder(options, io);
    const checked = check(await readContracts(folder.path), { today: io.today });
    const plans = wanted(checked.release({ name, date, today: io.today }), options.api);

    const errors = checked.diagnostics.filter(({ level }) => level === 'error');
    // approvals that have done their work do not matter where nothing is to be written
    const harmless = errors.every(({ rule }) => rule === 'stale-approval') && plans.every((plan) => !plan.release);
    if (errors.length > 0 && !harmless) {
      io.out(formatText(reportOf(checked, folder.shown), io.terminal.out));
      io.err('Nothing was released; fix the errors above first.');
      return EXIT.registryHasErrors;
    }
    const refusals = plans.flatMap((plan) => refusalOf(plan, name, date));
    if (refusals.length > 0) {
      for (const refusal of refusals) io.err(visible(refusal));
      return EXIT.registryHasErrors;
    }
    for (const plan of plans) {
      if (plan.release) await writeWhole(join(folder.path, plan.release.path), plan.release.text);
      for (const line of reportLines(plan, folder.shown)) io.out(visible(line));
    }
    if (plans.some((plan) => plan.release) && options.date === undefined)
      io.out(`Dated ${date}, today on this machine; choose another day with --date.`);
    return EXIT.done;
  },
};

function wishOf(options: Options, io: Io): { name: string; date: string } {
  const name = options.name;
  const date = options.date ?? io.today;
  if (name === undefined) throw new UsageError('A release needs a name, such as --name 2026-12.');
  if (!isReleaseName(name)) {
    throw new UsageError(
      `--name takes letters, digits, \`.\`, \`_\` and \`-\`, which every file system allows, not \`${name}\`.`,
    );
  }
  if (!isDay(date)) throw new UsageError(`--date takes a day such as 2026-12-01, not \`${date}\`.`);
  return { name, date };
}

/** True for a day that is in the calendar. */
function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function wanted(plans: ReleasePlan[], api: string | undefined): ReleasePlan[] {
  if (api === undefined) return plans;
  const found = plans.filter((plan) => plan.api === api);
  if (found.length > 0) return found;
  throw new UsageError(`There is no API \`${api}\`; there are: ${plans.map((plan) => plan.api).join(', ') || 'none'}.`);
}

function refusalOf({ api, refused, last }: ReleasePlan, name: string, date: string): string[] {
  if (refused === 'name') {
    return [
      `${api}: the release \`${name}\` already exists, and there are changes since${last!.name === name ? '' : ` \`${last!.name}\``}. Releases are never rewritten: choose another name.`,
    ];
  }
  if (refused === 'date') {
    return [
      `${api}: ${date} is before ${last!.date}, the day of \`${last!.name}\`. Choose that day or a later one with --date.`,
    ];
  }
  return [];
}

function reportLines({ api, title, last, release, done, approvals }: ReleasePlan, shown: string): string[] {
  const head = `${title} (${api})`;
  const take = done.map(({ rule, code, part }) => `  ${[rule, code, part].filter((it) => it !== undefined).join(' ')}`);
  const hint =
    take.length > 0
      ? [
          `Once this release is merged, these approvals are no longer needed; then remove them from ${inside(shown, approvals!)}:`,
          ...take,
        ]
      : [];
  if (!release) return [`${head}: Nothing has changed since ${last!.name}.`, ...hint];
  const first = last ? [] : [`${head}: the first release, with ${counted(release.codes, 'code')}.`];
  const changed = last ? [`${head}: ${release.step}, ${counts(release.changes)}.`] : [];
  return [
    ...first,
    ...changed,
    ...release.changes.map((change) => changeLine(change, release)),
    `Wrote ${inside(shown, release.path)}.`,
    ...hint,
  ];
}

/** A file of the registry as the caller can open it. */
function inside(shown: string, path: string): string {
  return shown === '' || shown === '.' ? path : `${shown}/${path}`;
}

function changeLine(change: Change, { approved }: PlannedRelease): string {
  const approval = approved.get(change);
  return `  ${change.level}  ${change.rule}  ${change.what}${approval ? ` Approved: ${approval.reason}` : ''}`;
}

function counts(changes: readonly Change[]): string {
  const parts = CHANGE_LEVELS.flatMap((level) => {
    const many = changes.filter((change) => change.level === level).length;
    return many > 0 ? [`${many.toLocaleString('en')} ${level}`] : [];
  });
  return parts.join(', ') || 'no change that callers can notice';
}
