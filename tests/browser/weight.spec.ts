import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parsedPages } from '../helpers/html.ts';
import { codePath } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { expect, test } from '../helpers/test.ts';

const MOST_REQUESTS = 3;
const MOST_BYTES = 14 * 1024;

test('a cold view of any code takes at most 3 requests and 14 KiB', async ({ page, ours }) => {
  const weights = new Map<string, number>();
  const weigh = async (file: string) => {
    if (!weights.has(file)) weights.set(file, gzipSync(await readFile(join(ours.folder, file))).length);
    return present(weights.get(file));
  };
  const codes = (await parsedPages(page, ours.folder)).filter(({ file }) => file.includes('/errors/'));
  expect(codes.length).toBeGreaterThan(0);
  for (const { file, loaded } of codes) {
    const files = [file, ...loaded.filter((it) => !it.startsWith('data:')).map((it) => it.slice(1))];
    expect(files.length, file).toBeLessThanOrEqual(MOST_REQUESTS);
    const bytes = await Promise.all(files.map(weigh));
    expect(
      bytes.reduce((sum, it) => sum + it),
      file,
    ).toBeLessThanOrEqual(MOST_BYTES);
  }
});

test('a browser asks for no more than the page names', async ({ page, ours, registry }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const api = present(registry.apis[0]);
  await page.goto(ours.url + codePath(api, present(api.codes[0])), { waitUntil: 'networkidle' });
  expect(asked.filter((url) => !url.startsWith('data:')).length).toBeLessThanOrEqual(MOST_REQUESTS);
});

/** In KiB, as Brotli, with the styles that scripts bring; Decode has the decoder as well, and what keeps secrets out of its links. */
const MOST_SCRIPT: Record<string, number> = {
  '': 25,
  'decode/': 26,
  'voice-studio/': 25,
  'studio-gateway/errors/insufficient_scope/#requestId=req_1': 25,
};

for (const [path, most] of Object.entries(MOST_SCRIPT)) {
  test(`all the scripts of /${path}, those of the search and other things on demand too, take at most ${most} KiB`, async ({
    page,
    ours,
  }) => {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) bodies.push(response.body());
    });
    await page.goto(ours.url + path, { waitUntil: 'networkidle' });
    await page.keyboard.press('/');
    await page.keyboard.type('scope');
    await expect(page.getByRole('option').first()).toBeVisible();
    const bytes = (await Promise.all(bodies)).map((body) => brotliCompressSync(body).length);
    expect(bytes.length).toBeGreaterThan(2);
    expect(bytes.reduce((sum, it) => sum + it)).toBeLessThanOrEqual(most * 1024);
  });
}
