import { extname } from 'node:path';
import type { AstroLoggerDestination } from 'astro';
import toNode from 'astro/logger/node';

/*
 * What `dev` prints. A registry with errors fails in every module that reads it, and Vite and Astro each report every failure, so
 * the report is printed here once, and theirs of it are left out.
 */

/** The address of this module, for Astro's configuration. In the package, where it is in a file with others, a file of this name leads there. */
export const DEV_LOG = new URL(`dev-log${extname(import.meta.url)}`, import.meta.url);

/** Astro loads this module as the destination of its messages, and once more in the program of the pages; both share this. */
const state: { destination?: AstroLoggerDestination; report?: string | undefined } =
  Reflect.get(globalThis, '__errorbookDevLog') ?? {};
Reflect.set(globalThis, '__errorbookDevLog', state);

/** Prints a report of what is wrong with the registry, unless it was the last one; undefined where nothing is wrong anymore. */
export function announce(report: string | undefined): void {
  if (report !== undefined && report !== state.report)
    state.destination?.write({ level: 'error', label: 'SKIP_FORMAT', message: report, newLine: true });
  state.report = report;
}

/** The destination of Astro's messages in `dev`; Astro calls this. */
export default function devLog(): AstroLoggerDestination {
  const destination = toNode();
  state.destination = destination;
  return {
    write(event) {
      const isRepeated = event.level === 'error' && state.report !== undefined && event.message.includes(state.report);
      if (!isRepeated) destination.write(event);
    },
  };
}
