import type { SearchLabels } from '../../shared/search-index.ts';
import type { Answer } from './engine.ts';
import type { Ask, Question, Reply } from './messages.ts';

export type Outcome = { labels: SearchLabels; answer: Answer } | undefined;

/** Asks a worker; the outcome is undefined where the index could not be loaded. */
export interface Asker {
  ask(ask: Ask, then: (outcome: Outcome) => void): void;
  /** Calls back when the same question may have a better answer. */
  onComplete(again: () => void): void;
}

/** Starts the worker. While it is busy only the latest question waits, because nobody reads the answers to the others. */
export function startAsking(index: string): Asker {
  let worker: Worker | undefined;
  const completed: (() => void)[] = [];
  let asked: { question: Question; then: (outcome: Outcome) => void } | undefined;
  let waiting: typeof asked;
  let last = 0;
  const send = (next: typeof asked) => {
    asked = next;
    if (!next) return;
    worker ??= start();
    worker.postMessage(next.question);
  };
  const settle = (outcome: Outcome) => {
    const done = asked;
    const next = waiting;
    waiting = undefined;
    send(next);
    if (!next) done?.then(outcome);
  };
  const start = () => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if ('complete' in data) for (const again of completed) again();
      else if (data.id === asked?.question.id) settle('failed' in data ? undefined : data);
    });
    // its file could not be loaded; the next question tries again
    started.addEventListener('error', () => {
      worker = undefined;
      settle(undefined);
    });
    return started;
  };
  return {
    ask(ask, then) {
      const next = { question: { ...ask, id: ++last, index }, then };
      if (asked) waiting = next;
      else send(next);
    },
    onComplete: (again) => void completed.push(again),
  };
}
