/** What generators of sites read at the top of a Markdown file. */
export interface FrontMatter {
  title: string;
  description: string;
}

/**
 * A Markdown artifact with front matter in the place of its first heading, which generators of sites such as Starlight,
 * Docusaurus and Hugo make of the title. Values are in double quotes, as JSON writes them, which is YAML too.
 */
export function withFrontMatter(markdown: string, { title, description }: FrontMatter): string {
  const lines = [`title: ${JSON.stringify(title)}`, `description: ${JSON.stringify(description)}`];
  return `---\n${lines.join('\n')}\n---\n\n${markdown.replace(/^# [^\n]*\n+/, '')}`;
}
