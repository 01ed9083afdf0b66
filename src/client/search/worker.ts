import type { SearchCodes, SearchTexts } from '../../shared/search-index.ts';
import { Engine } from './engine.ts';
import type { Question, Reply } from './messages.ts';

/*
 * The search runs beside the page, so that typing stays smooth while the index is read. The first part is loaded with the first
 * question, the second once that is answered.
 */

let loading: Promise<{ engine: Engine; codes: SearchCodes }> | undefined;

self.addEventListener('message', async ({ data: { id, index, text } }: MessageEvent<Question>) => {
  const isFirst = loading === undefined;
  try {
    loading ??= loadCodes(index);
    const { engine, codes } = await loading;
    reply({ id, labels: codes.labels, answer: engine.search(text) });
    if (isFirst) await loadTexts(engine, codes);
  } catch {
    // without the first part nothing can be answered, and the next question tries again
    loading = undefined;
    reply({ id, failed: true });
  }
});

async function loadCodes(index: string): Promise<{ engine: Engine; codes: SearchCodes }> {
  const codes = await fetchJson<SearchCodes>(index);
  return { engine: new Engine(codes), codes };
}

async function loadTexts(engine: Engine, codes: SearchCodes): Promise<void> {
  const parts: SearchTexts[] = [];
  try {
    // one after the other, for they are not urgent and somebody may be typing
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
