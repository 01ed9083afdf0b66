import { readFileSync, writeSync } from 'node:fs';
import { check } from '../check.ts';

// The other process of `guide-guard.ts`: reads guides as a check does, and says before each which one it is.
const texts: string[] = JSON.parse(readFileSync(0, 'utf8'));
for (const [index, text] of texts.entries()) {
  writeSync(1, `${index}\n`);
  check([{ path: 'api/guides/guide.mdx', text }]);
}
