import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Engine } from '../client/search/engine.ts';
import { codeAt } from './generate.ts';
import { processorTime } from './times.ts';

/** What searching one built site takes. */
export interface Searched {
  codes: number;
  /** What a browser loads before the first answer, and after it; compressed. */
  firstBytes: number;
  textBytes: number;
  /** Milliseconds of the processor from the first part's text to an engine that answers. */
  reading: number;
  /**
   * Milliseconds that a keystroke takes, over all keystrokes of {@link TYPED}, each by the median of its runs. It is the
   * processor's time, garbage collection included, for others may share the machine.
   */
  keystroke: { count: number; median: number; slowest: number; slowestQuery: string };
}

/** Typed character by character, with the first part alone and with the full texts. */
const TYPED = [
  codeAt(0, 9),
  codeAt(1, 20).toLowerCase().replaceAll('_', ' '),
  'tokenexpired',
  'tokn expierd',
  '4xx',
  'forbidden',
  'api:bench status:404 order',
  'the invoice for this request is declined',
  'another client changed',
  'why is my delivery gone',
  'zzzqqqxxx',
];
const RUNS = 5;

/** Searches a built site as a browser does, in this process. */
export async function searchSite(site: string, codes: number): Promise<Searched> {
  const folder = join(site, 'search');
  const first = await readFile(join(folder, 'codes.json'), 'utf8');
  const names = (await readdir(folder)).filter((name) => name.startsWith('texts-'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const started = processorTime();
  const engine = new Engine(JSON.parse(first));
  const reading = processorTime() - started;
  const keystrokes = typeAll(engine);
  await engine.addTexts(texts.map((text) => JSON.parse(text)));
  keystrokes.push(...typeAll(engine));
  keystrokes.sort((a, b) => a.time - b.time);
  const slowest = keystrokes.at(-1)!;
  return {
    codes,
    firstBytes: gzipSync(first).length,
    textBytes: texts.reduce((sum, text) => sum + gzipSync(text).length, 0),
    reading,
    keystroke: {
      count: keystrokes.length,
      median: keystrokes[keystrokes.length >> 1]!.time,
      slowest: slowest.time,
      slowestQuery: slowest.query,
    },
  };
}

function typeAll(engine: Engine): { query: string; time: number }[] {
  const queries = TYPED.flatMap((text) => Array.from(text, (_, end) => text.slice(0, end + 1)));
  const times = queries.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    for (const [place, query] of queries.entries()) {
      const started = processorTime();
      engine.search(query);
      times[place]!.push(processorTime() - started);
    }
  }
  return queries.map((query, place) => ({ query, time: times[place]!.sort((a, b) => a - b)[RUNS >> 1]! }));
}
