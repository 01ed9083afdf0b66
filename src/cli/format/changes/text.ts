import { CHANGE_LEVELS, type ChangeLevel } from '../../../index.ts';
import type { Comparison, SeenChange } from '../../comparison.ts';
import { type Paint, painter } from '../paint.ts';
import { formatText, placeOf } from '../text.ts';
import { visible } from '../visible.ts';
import { countsOf, idleApprovals, LEVELS, stepSentence, subjectOf } from './words.ts';

/** A comparison for a person at a terminal: what changed, by API and level, what is to be done, and the version step. */
export function changesAsText(comparison: Comparison, colour: boolean): string {
  const paint = painter(colour);
  const { errors, notes } = comparison;
  const blocks = [
    visible(subjectOf(comparison)),
    ...notes.map(visible),
    ...apisOf(comparison, paint),
    ...(errors.counts.errors > 0 ? [formatText(errors, colour)] : []),
    ...idleApprovals(comparison).map(({ what, why, fix }) =>
      [
        `${paint('red', 'approval')}  ${visible(what)}`,
        `  ${visible(why)}`,
        `  ${paint('cyan', 'Fix:')} ${visible(fix)}`,
      ].join('\n'),
    ),
    paint('bold', `${countsOf(comparison)} ${visible(stepSentence(comparison))}`),
  ];
  return blocks.join('\n\n');
}

function apisOf({ changes }: Comparison, paint: Paint): string[] {
  return [...Map.groupBy(changes, ({ api }) => api)].flatMap(([api, own]) => [
    paint(['bold', 'underline'], visible(api)),
    ...CHANGE_LEVELS.flatMap((level) => {
      const group = own.filter((change) => change.level === level);
      return group.length > 0
        ? [paint(COLOURS[level], LEVELS[level]), ...group.map((change) => changeText(change, paint))]
        : [];
    }),
  ]);
}

const COLOURS: Record<ChangeLevel, 'red' | 'yellow' | 'green'> = { breaking: 'red', risky: 'yellow', safe: 'green' };

function changeText(change: SeenChange, paint: Paint): string {
  const { rule, place, approval } = change;
  const line = (name: string, text: string | undefined) => {
    const [first, ...more] = (text ?? '').split('\n').map(visible);
    const rest = more.map((it) => `    ${it}`);
    return text === undefined ? [] : [`  ${paint('dim', `${name}:`)} ${first}`, ...rest];
  };
  const where = place ? paint('bold', placeOf(place)) : paint('dim', 'gone');
  return [
    `${where}  ${rule}${approval ? `  ${paint('green', 'approved')}` : ''}`,
    `  ${visible(change.what)}`,
    ...line('Before', change.before),
    ...line('After', change.after),
    ...(change.level === 'safe' ? [] : line('Why', change.reason)),
    ...(approval
      ? line(`Approved until ${approval.until}`, approval.reason)
      : change.fix
        ? [`  ${paint('cyan', 'Fix:')} ${visible(change.fix)}`]
        : []),
  ].join('\n');
}
