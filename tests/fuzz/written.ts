import { stringify } from 'yaml';
import type { SourceFile } from '../../src/index.ts';

/** A mapping as it is in a file. */
export interface Entry {
  [key: string]: unknown;
}

/** A registry of one API before it is written: each file's value, and each guide's front matter and body. */
export interface Written {
  api: Entry;
  domains: Record<string, Entry>;
  guides: Record<string, { front: Entry; body: string }>;
}

/** The files of a registry, in the format chosen for each of them in turn. */
export function filesOf(
  { api, domains, guides }: Written,
  inJson: (file: string) => boolean,
  folder = 'desk',
): SourceFile[] {
  const data = (name: string, value: unknown): SourceFile =>
    inJson(name)
      ? { path: `${folder}/${name}.json`, text: JSON.stringify(value, null, 2) }
      : { path: `${folder}/${name}.yaml`, text: yaml(value) };
  return [
    data('api', api),
    ...Object.entries(domains).map(([name, value]) => data(name, value)),
    ...Object.entries(guides).map(([name, { front, body }]) => ({
      path: `${folder}/guides/${name}.mdx`,
      text: `---\n${yaml(front)}---\n\n${body}\n`,
    })),
  ];
}

/** The same value as JSON would give it, for YAML has numbers that JSON has not. */
function yaml(value: unknown): string {
  return stringify(JSON.parse(JSON.stringify(value)), { lineWidth: 0 });
}
