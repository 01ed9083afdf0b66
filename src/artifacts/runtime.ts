/*
 * The part of the generated programs that is the same for every API: real source files in `runtimes/`, which are
 * compiled, linted and tested where they are. The registry reads no files, so whoever makes an artifact passes their
 * texts in. Two kinds of marked lines in them are not embedded, and the markers themselves never are:
 *
 *   // begin sample: tables    what the generator writes for an API; here, for the API of tests/artifacts/fixtures/sample
 *   // end sample
 *
 *   // begin left out          what only the file itself needs, such as imports of its neighbors
 *   // end left out
 */

/** The text of each runtime file by its path below `runtimes/`, such as `typescript/docs.ts`; lines end with \n alone. */
export type Runtimes = Readonly<Record<string, string>>;

const MARKED =
  /^[\t ]*(?:\/\/|#) begin (?:left out|sample: (\w+))\n[\s\S]*?^[\t ]*(?:\/\/|#) end (?:left out|sample)\n/gm;

/**
 * The text of a runtime file with each sample replaced by the part with its name, an empty part by no line at all. Ends
 * with one line end. Throws where the file is missing, or where its samples and the parts do not match.
 */
export function embed(runtimes: Runtimes, file: string, parts: Readonly<Record<string, string>> = {}): string {
  const text = runtimes[file];
  if (text === undefined) throw new Error(`There is no runtime file ${file}.`);
  const unused = new Set(Object.keys(parts));
  const embedded = text.replace(MARKED, (_, sample: string | undefined) => {
    if (sample === undefined) return '';
    const part = parts[sample];
    if (part === undefined) throw new Error(`The sample \`${sample}\` of ${file} has no part that replaces it.`);
    unused.delete(sample);
    return part === '' ? '' : `${part.replace(/\n+$/, '')}\n`;
  });
  if (unused.size > 0) throw new Error(`${file} has no sample for ${[...unused].join(', ')}.`);
  return `${embedded.trim()}\n`;
}
