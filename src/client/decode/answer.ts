import { noteSentence, summarySentence } from '../../browser.ts';
import { element } from '../element.ts';
import type { Answer } from './messages.ts';
import { statusView } from './status-view.ts';
import { explanationView, nearestList } from './view.ts';
import type { ScriptTexts } from './view-texts.ts';

/** Shows an answer, and says in a sentence what it holds; loaded when there is one. */
export function showAnswer({ decoded }: Answer, results: Element, status: Element, texts: ScriptTexts): void {
  const { explanations, notes, nearest } = decoded;
  status.textContent = decoded.status ? texts.bareStatus : summarySentence(explanations);
  results.replaceChildren(
    ...notes.map((note) => element('p', { className: 'notice' }, noteSentence(note))),
    decoded.status ? statusView(decoded.status, texts) : '',
    nearest.length > 0 ? nearestList(texts.mean, nearest, 'h2') : '',
    ...explanations.map((explanation) => explanationView(explanation, texts)),
  );
}
