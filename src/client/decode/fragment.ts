/** A link longer than this is cut by mail programs and chats. */
const LONGEST_LINK = 30_000;

/** The longest text that a fragment may expand to. */
const LONGEST_TEXT = 1_100_000;

/** A text as a fragment: `z.` before compressed text, `p.` before plain; undefined where it is too long for a link. */
export async function toFragment(text: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(text);
  const packed = await compressed(bytes);
  const fragment = packed && packed.length < bytes.length ? `#z.${base64url(packed)}` : `#p.${base64url(bytes)}`;
  return fragment.length > LONGEST_LINK ? undefined : fragment;
}

/** True for a fragment that was made to hold a text; others lead to a place on the page. */
export function holdsText(fragment: string): boolean {
  return /^#[zp]\./.test(fragment);
}

/** The text in a fragment; undefined where it can't be read. */
export async function fromFragment(fragment: string): Promise<string | undefined> {
  const [, kind, data] = /^#([zp])\.([\w-]*)$/.exec(fragment) ?? [];
  if (data === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(data.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));
    return new TextDecoder().decode(kind === 'z' ? await expanded(bytes) : bytes);
  } catch {
    return undefined;
  }
}

async function compressed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  if (typeof CompressionStream === 'undefined') return undefined;
  try {
    return await collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')));
  } catch {
    return undefined;
  }
}

function expanded(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
}

/** All bytes of a stream; it ends early if a small link expands to a huge text. */
async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  while (length <= LONGEST_TEXT) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  await reader.cancel();
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
