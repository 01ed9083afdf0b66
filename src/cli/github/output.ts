import { appendFile } from 'node:fs/promises';

/** Sets an output of the step that runs this, on GitHub's runners; elsewhere it does nothing. The value is one line. */
export async function setOutput(name: string, value: string): Promise<void> {
  if (process.env.GITHUB_OUTPUT) await appendFile(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
}

/** Sets several outputs of that step, numbers by name. */
export async function setCounts(counts: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, count] of Object.entries(counts)) await setOutput(name, String(count));
}

/** Adds Markdown to the summary of the job that runs this, on GitHub's runners; elsewhere it does nothing. */
export async function addToSummary(markdown: string): Promise<void> {
  if (process.env.GITHUB_STEP_SUMMARY) await appendFile(process.env.GITHUB_STEP_SUMMARY, `${markdown}\n\n`);
}
