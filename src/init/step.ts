/** What becomes of one file. */
export interface Step {
  /** From the project's folder, with forward slashes; it may lead out of it, to the root of the repository. */
  path: string;
  action: 'create' | 'extend' | 'leave';
  /** The whole text of the file afterwards; undefined for a file that is left as it is. */
  text?: string;
  /** What is added, or why nothing is. */
  about: string;
  /** True for a script that git runs. */
  isExecutable?: boolean;
  /** Lines that a person adds, where that is left to them. */
  advice?: string;
}

export const create = (path: string, text: string, about: string): Step => ({ path, action: 'create', text, about });
export const extend = (path: string, text: string, about: string): Step => ({ path, action: 'extend', text, about });
export const leave = (path: string, about: string, advice?: string): Step => ({
  path,
  action: 'leave',
  about,
  ...(advice !== undefined && { advice }),
});
