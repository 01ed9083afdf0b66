import { setImmediate } from 'node:timers/promises';
import type { CodeValues } from '../../site/code-values.ts';
import type { SitePlace } from '../files-of-site.ts';
import { pageFiller } from './fill.ts';
import { type ProgramFile, type ProgramPage, programPages } from './program.ts';

/** What renders the pages of a site, and where. */
interface PagesTask {
  /** The folder of the program. */
  program: string;
  place: SitePlace;
  /** Writes a file by its path in the site. */
  write(file: string, content: string | Uint8Array): void;
}

/**
 * Renders the pages that are wanted and writes each as soon as it is there; the same for what else the program makes.
 * Astro would look for a file of the same name in the public folder, make the page's folder and open, write and close the file, all in
 * other threads, which together takes longer than rendering the page. Rejects with whatever goes wrong in a page.
 */
export async function writePages(
  { program, place, write }: PagesTask,
  isWanted: (page: ProgramPage | ProgramFile) => boolean = () => true,
): Promise<void> {
  // as Astro sets it
  process.env.NODE_ENV ||= 'production';
  const fill = pageFiller<CodeValues>();
  const contentOf = (page: ProgramPage | ProgramFile) => {
    if (!page.isPage) return page.render();
    const values = page.values?.();
    return values ? fill({ values, render: page.render }) : page.render();
  };
  for (const page of await programPages(program, place)) {
    if (!isWanted(page)) continue;
    write(page.file, await contentOf(page));
    // nothing else waits for anything, and Ctrl+C has to be heard
    await setImmediate();
  }
}
