import type { SearchCodes, SearchTexts } from '../../shared/search-index.ts';
import { type Answer, Engine } from './engine.ts';
import type { Ask, Question, Reply } from './messages.ts';

/*
 * The search runs beside the page, so that typing stays smooth while the index is read. The first part is loaded with the first
 * question, the second once that is answered.
 */

let loading: Promise<{ engine: Engine; codes: SearchCodes }> | undefined;

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { id, index } = data;
  const isFirst = loading === undefined;
  try {
    loading ??= loadCodes(index);
    const { engine, codes } = await loading;
    reply({ id, labels: codes.labels, answer: answerOf(engine, data) });
    if (isFirst) await loadTexts(engine, codes);
  } catch {
    // without the first part nothing can be answered, and the next question tries again
    loading = undefined;
    reply({ id, failed: true });
  }
});

function answerOf(engine: Engine, { text, own, recent = [], part }: Ask): Answer {
  if (part) return engine.page(text, part.from, part.count, own);
  return text.trim() === '' ? engine.recall(recent) : engine.search(text, undefined, own);
}

async function loadCodes(index: string): Promise<{ engine: Engine; codes: SearchCodes }> {
  const codes = await fetchJson<SearchCodes>(index);
  return { engine: new Engine(codes), codes };
}

async function loadTexts(engine: Engine, codes: SearchCodes): Promise<void> {
  const parts: SearchTexts[] = [];
  try {
    // one after the other, because they are not urgent and somebody may be typing
    for (const address of codes.texts) parts.push(await fetchJson<SearchTexts>(address));
  } catch {
    // the first part answers alone
    return;
  }
  await engine.addTexts(parts);
  reply({ complete: true });
}

/** Asks the server whether it has a newer file: a stale first part would name texts that are gone. */
async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function reply(message: Reply): void {
  self.postMessage(message);
}
