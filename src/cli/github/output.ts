import { appendFile } from 'node:fs/promises';

/** Sets an output of the step that runs this, on GitHub's runners; elsewhere it does nothing. The value is one line. */
export async function setOutput(name: string, value: string): Promise<void> {
  if (process.env.GITHUB_OUTPUT) await appendFile(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
}
