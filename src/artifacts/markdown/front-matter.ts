/** What generators of sites read at the top of a Markdown file. */
export interface FrontMatter {
  title: string;
  description: string;
}

/** Where a Markdown file is in a site, for generators that read it. */
export interface SitePlace {
  /** The address of the page, without slashes around it, from where the generator serves its pages. */
  path: string;
  /** Its name in a sidebar. */
  label: string;
  /** Its place there, from 1; undefined where it has none. */
  order: number | undefined;
}

/** The generators that read more than a title and a description, each with what it reads. */
const READERS = {
  // https://starlight.astro.build/reference/frontmatter/
  starlight: ({ path, label, order }: SitePlace) => ({
    slug: path,
    sidebar: { label, ...(order !== undefined && { order }) },
  }),
  // https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter
  docusaurus: ({ path, label, order }: SitePlace) => ({
    slug: `/${path}`,
    sidebar_label: label,
    ...(order !== undefined && { sidebar_position: order }),
    // the texts are Markdown: a brace or an angle bracket in them is not a code
    mdx: { format: 'md' },
  }),
} satisfies Record<string, (place: SitePlace) => Matter>;

export type Generator = keyof typeof READERS;

/** The generators by name. */
export const GENERATORS = Object.keys(READERS);

/** True for the name of a generator. */
export function isGenerator(name: string): name is Generator {
  return Object.hasOwn(READERS, name);
}

/**
 * A Markdown artifact with front matter in the place of its first heading, which generators of sites such as Starlight,
 * Docusaurus and Hugo make of the title; `site` is a generator, and where the file is in its site. Texts are in double
 * quotes, as JSON writes them, which is YAML too.
 */
export function withFrontMatter(
  markdown: string,
  { title, description }: FrontMatter,
  site?: { generator: Generator; place: SitePlace },
): string {
  const matter: Matter = { title, description, ...(site && READERS[site.generator](site.place)) };
  return `---\n${linesOf(matter, '').join('\n')}\n---\n\n${markdown.replace(/^# [^\n]*\n+/, '')}`;
}

interface Matter {
  [name: string]: string | number | Matter;
}

function linesOf(matter: Matter, indent: string): string[] {
  return Object.entries(matter).flatMap(([name, value]) =>
    typeof value === 'object'
      ? [`${indent}${name}:`, ...linesOf(value, `${indent}  `)]
      : [`${indent}${name}: ${JSON.stringify(value)}`],
  );
}
