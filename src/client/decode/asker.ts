import type { Answer, Question, Reply } from './messages.ts';

/** Asks the worker; the answer is undefined where the index or the worker could not be loaded. */
export interface Asker {
  /** Loads what every answer needs. */
  prepare(): void;
  ask(text: string): Promise<Answer | undefined>;
}

export function startAsking(index: string): Asker {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, (answer: Answer | undefined) => void>();
  const settle = (id: number, answer: Answer | undefined) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  };
  const start = () => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<Reply>) =>
      settle(data.id, 'failed' in data ? undefined : data),
    );
    // its file could not be loaded; the next text tries again
    started.addEventListener('error', () => {
      worker = undefined;
      for (const id of [...waiting.keys()]) settle(id, undefined);
    });
    return started;
  };
  const send = (question: Question) => {
    worker ??= start();
    worker.postMessage(question);
  };
  return {
    prepare: () => send({ id: 0, index, text: undefined, now: 0 }),
    ask: (text) =>
      new Promise((resolve) => {
        const id = ++last;
        waiting.set(id, resolve);
        send({ id, index, text, now: Date.now() });
      }),
  };
}
