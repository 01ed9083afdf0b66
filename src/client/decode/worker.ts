import { concerned, type DecodeApi, type DecodeDirectory, decode, MOST_TEXT, redact, unpacked } from '../../browser.ts';
import type { Answer, Question, Reply } from './messages.ts';
import { slim } from './slim.ts';

/*
 * The decoder runs beside the page, which stays usable however large a paste is. It loads what is known of an API when a
 * paste may concern it.
 */

const directories = new Map<string, Promise<DecodeDirectory>>();
const apis = new Map<string, Promise<DecodeApi>>();

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  try {
    const directory = await load(directories, data.index, (directory: DecodeDirectory) => directory);
    if (data.text !== undefined) reply(await answerTo(data.id, data.text, data.now, directory));
  } catch {
    reply({ id: data.id, failed: true });
  }
});

async function answerTo(id: number, text: string, now: number, directory: DecodeDirectory): Promise<Answer> {
  const paste = text.slice(0, MOST_TEXT);
  const some = concerned(paste, directory);
  const decodeWith = async (parts: DecodeDirectory['apis']) => {
    const loaded = await Promise.all(parts.map((it) => load(apis, it.index, unpacked)));
    return decode(text, { format: 'error-docs-decode/1', apis: loaded }, now);
  };
  let decoded = await decodeWith(some);
  // what read like a code of one API may have been the message of another
  if (decoded.explanations.length === 0 && some.length < directory.apis.length)
    decoded = await decodeWith(directory.apis);
  const { text: clean, removed } = redact(paste, decoded);
  return { id, decoded: slim(decoded), isCut: paste.length < text.length, clean, removed };
}

/** A part of the index; one that could not be loaded is asked for again the next time. */
function load<Part, Sent>(
  loaded: Map<string, Promise<Part>>,
  address: string,
  read: (sent: Sent) => Part,
): Promise<Part> {
  const part = loaded.get(address) ?? fetchJson<Sent>(address).then(read);
  loaded.set(address, part);
  part.catch(() => loaded.delete(address));
  return part;
}

async function fetchJson<Sent>(address: string): Promise<Sent> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function reply(message: Reply): void {
  self.postMessage(message);
}
