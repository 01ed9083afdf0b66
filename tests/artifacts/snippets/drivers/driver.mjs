// Runs each scenario's snippet in TypeScript, and says what came of it; pauses are noted and left out.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { waits } from './clock.mjs';

const { scenarios, state } = JSON.parse(readFileSync('scenarios.json', 'utf8'));

for (const { id, file, policy, method, url, decides, headers = {} } of scenarios) {
  const { send } = await import(pathToFileURL(`${file}.ts`).href);
  waits.length = 0;
  let outcome;
  try {
    const change = { method, headers };
    const response =
      policy === 'refetch'
        ? await send(url, change, new Request(state), () => (decides ? change : undefined))
        : await send(url, change);
    // what was read to recognise the error is still there for the caller
    await response.text();
    outcome = response.ok ? 'success' : 'failure';
  } catch (error) {
    outcome = error.cause instanceof Response ? `stopped: ${error.message}` : `broken: ${error.stack}`;
  }
  process.stdout.write(`${JSON.stringify({ id, outcome, waits })}\n`);
}
