import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../check.ts';

const READER = fileURLToPath(new URL(`guide-reader${extname(import.meta.url)}`, import.meta.url));

/** How often reading is tried again without the guide on which it crashed, and how long one try may take. */
const TRIES = 8;
const TIMEOUT_MS = 20_000;

/**
 * The files of a registry, those guides marked on which the MDX parser crashes. It is native code, and a crash would
 * end this process without a word; so guides that hold code, where every known crash was, are first read in another
 * process. A guide as it should be holds none, and costs nothing here. `reader` is the program of that process: it takes
 * a JSON list of texts, and writes the index of each before it reads it.
 */
export async function guarded(sources: readonly SourceFile[], reader = READER): Promise<SourceFile[]> {
  let open = sources.filter(({ path, text }) => path.endsWith('.mdx') && mayHoldCode(text));
  const crashing = new Set<SourceFile>();
  for (let tries = 0; open.length > 0; tries++) {
    const crashed = await firstCrash(open, reader);
    if (crashed === undefined) break;
    for (const source of tries < TRIES ? [open[crashed]!] : open) crashing.add(source);
    open = tries < TRIES ? open.slice(crashed + 1) : [];
  }
  return sources.map((source) => (crashing.has(source) ? { path: source.path, text: '', trouble: 'crash' } : source));
}

/** Whether a text holds, outside of blocks of code, what MDX may take for an import, an export or an expression. */
function mayHoldCode(text: string): boolean {
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const [, marks] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === undefined) fence = marks;
    else if (marks?.startsWith(fence)) fence = undefined;
    if (fence !== undefined) continue;
    // a brace in backticks is part of a path more often than not
    if (/^[\s>*+\-\d.)]*(?:import|export)\b/.test(line) || line.replaceAll(/`[^`]*`/g, '').includes('{')) return true;
  }
  return false;
}

/** The index of the first guide that ends the reader's process; undefined where none does, or where it can't be started. */
async function firstCrash(guides: readonly SourceFile[], reader: string): Promise<number | undefined> {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [reader], { stdio: ['pipe', 'pipe', 'ignore'], timeout: TIMEOUT_MS });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.on('error', () => resolve(undefined));
    child.on('close', (status) => {
      const last = out.trim().split('\n').at(-1);
      resolve(status === 0 || !last ? undefined : Number(last));
    });
    // it may end before it has read all
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(guides.map(({ text }) => text)));
  });
}
