import {
  type Decoded,
  differenceSentence,
  type Explanation,
  noteSentence,
  stepsOf,
  summarySentence,
  waitSentence,
} from '../../src/decode/index.ts';

/** All that a reader learns, without the texts of the registry. */
export function outline({ explanations, notes, nearest }: Decoded): string {
  return [
    summarySentence(explanations),
    ...notes.map((note) => `! ${noteSentence(note)}`),
    ...(nearest.length > 0 ? [`? ${nearest.map(({ api, entry }) => `${api.id}/${entry.code}`).join(', ')}`] : []),
    ...explanations.map((it) => ['', ...outlineOf(it)].join('\n')),
  ].join('\n');
}

function outlineOf(it: Explanation): string[] {
  const { entry, api, status, retry, wait } = it;
  return [
    `${api.id}/${entry?.code ?? `unknown ${it.code ?? 'message'}`} (${it.found} in line ${it.line}, ${it.times} in all)`,
    ...it.others.map(({ id }) => `  or from ${id}`),
    ...(it.nearest.length > 0 ? [`  near: ${it.nearest.map((near) => near.entry.code).join(', ')}`] : []),
    `  status: ${status ? `${status.value} from ${status.from}` : 'not given'}`,
    `  retry: ${retry.policy} by ${retry.from}`,
    ...(wait ? [`  ${waitSentence(wait, (moment) => new Date(moment).toISOString())}`] : []),
    ...it.differences.map((difference) => `  - ${differenceSentence(difference)}`),
    ...it.values.map(({ name, role, value }) => `  ${name} (${role ?? 'other'}): ${value}`),
    ...(it.otherRequests.length > 0 ? [`  other requests: ${it.otherRequests.join(', ')}`] : []),
  ];
}

/** The steps with the values of the response, code in backticks. */
export function stepLines(it: Explanation): string[] {
  return stepsOf(it).map(
    (parts) => `  > ${parts.map((part, place) => (place % 2 === 0 ? part : `\`${part}\``)).join('')}`,
  );
}
