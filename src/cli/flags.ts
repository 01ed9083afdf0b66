/** An option of the command line. */
interface Flag {
  type: 'string' | 'boolean';
  /** Its value, as help shows it; none for an option without one. */
  value?: string;
  /** What it says, in a sentence without its period. */
  about: string;
}

/** Every option of every command. An option means the same wherever it is taken. */
export const FLAGS = {
  against: { type: 'string', value: 'REF|DIR', about: 'The earlier state: a git ref or a folder' },
  add: { type: 'boolean', about: 'With --baseline, also list gaps that are new' },
  all: { type: 'boolean', about: 'Show every problem, however many there are' },
  api: {
    type: 'string',
    value: 'ID',
    about: "The name of the API's folder, or the title of a new API; needed only if there are several",
  },
  artifact: { type: 'string', value: 'ID', about: 'The file to write; --list names them' },
  author: {
    type: 'string',
    value: 'LOGIN',
    about: 'Whose comment to update; by default that of the user of the token',
  },
  base: { type: 'string', value: 'PATH', about: 'The path under which the site is served, such as /pr-7/' },
  baseline: { type: 'boolean', about: 'List the known gaps in baseline.yaml, or remove the fixed ones from it' },
  branch: { type: 'string', value: 'NAME', about: 'The branch with the published site; gh-pages by default' },
  check: { type: 'boolean', about: 'Only check; write nothing' },
  ci: { type: 'string', value: 'NAME', about: 'Where pull requests are checked' },
  code: { type: 'string', value: 'CODE', about: 'The code that the file is about' },
  config: {
    type: 'string',
    value: 'FILE',
    about: 'The configuration; errorbook.config.* in the current folder by default',
  },
  contracts: { type: 'string', value: 'DIR', about: "The registry's folder; contracts by default" },
  date: { type: 'string', value: 'DAY', about: 'The day of the release, such as 2026-12-31; today by default' },
  dir: { type: 'string', value: 'DIR', about: 'The folder of the built site; dist by default' },
  domain: { type: 'string', value: 'ID', about: 'The domain that the file is about, or that new codes join' },
  'dry-run': { type: 'boolean', about: 'Only show what would be done' },
  envelope: { type: 'string', value: 'NAME', about: 'The body of error responses to start with' },
  exempt: { type: 'string', value: 'FILE', about: 'A list of codes to ignore, each with a reason' },
  file: { type: 'string', value: 'FILE', about: 'The text to quote; report.md by default' },
  format: { type: 'string', value: 'NAME', about: 'The output format' },
  from: { type: 'string', value: 'FORMAT', about: "The source's format, where its name and content don't say it" },
  'front-matter': { type: 'boolean', about: 'Begin a Markdown file with its title and description as YAML' },
  generator: {
    type: 'string',
    value: 'NAME',
    about: 'Begin a Markdown file with what this generator of sites reads, its address and label too',
  },
  guide: { type: 'string', value: 'ID', about: 'The guide that the file is about' },
  head: { type: 'string', value: 'OWNER/NAME', about: 'The repository that the pull request comes from' },
  host: {
    type: 'string',
    value: 'A,B',
    about: 'Write the rules of these hosts: nginx, caddy, netlify, cloudflare, s3',
  },
  hook: { type: 'boolean', about: 'Also check the registry before each commit' },
  json: { type: 'boolean', about: 'Write the result as JSON' },
  links: { type: 'string', value: 'URL', about: 'Keep links to this address and below as they are' },
  list: { type: 'boolean', about: 'List the files that can be written' },
  map: {
    type: 'string',
    value: 'FIELD=NAME,…',
    about: "From which of the source's fields a field comes, as in code=Code,meaning=Description",
  },
  name: { type: 'string', value: 'NAME', about: 'The name of the release, such as 2026-12' },
  'no-cache': { type: 'boolean', about: 'Build everything, and keep nothing for the next build' },
  openapi: { type: 'string', value: 'FILE', about: 'An OpenAPI document, as JSON or YAML' },
  out: { type: 'string', value: 'PATH', about: 'Where to write' },
  port: { type: 'string', value: 'N', about: 'The port to serve on' },
  precompress: { type: 'boolean', about: 'Also write files compressed as .br and .gz' },
  pull: { type: 'string', value: 'N', about: 'The number of the pull request' },
  remote: { type: 'string', value: 'NAME', about: 'The repository to push to; origin by default' },
  remove: { type: 'string', value: 'pr-N', about: 'Remove this preview' },
  root: {
    type: 'string',
    value: 'DIR',
    about: 'The folder whose files an OpenAPI document may refer to; its own by default',
  },
  rules: { type: 'string', value: 'GROUP', about: 'Also apply a group of optional rules' },
  sha: {
    type: 'string',
    value: 'COMMIT',
    about: 'The last commit of the pull request; nothing is published unless it is open at that commit',
  },
  shard: { type: 'string', value: 'N/M', about: 'Build only this part of so many, such as 2/8, for `merge`' },
  site: { type: 'string', value: 'URL', about: 'The address that the site will have, without a path' },
  source: { type: 'string', value: 'GLOB', about: "Files with codes, such as the program's: 'src/**/*.ts'" },
  strict: { type: 'boolean', about: 'Fail on warnings too' },
  under: { type: 'string', value: 'pr-N', about: "Publish as this preview, in a folder of the site's root" },
  write: { type: 'boolean', about: 'Write the files; without it, only show what would change' },
  yes: { type: 'boolean', about: 'Ask nothing' },
} as const satisfies Record<string, Flag>;

/** The name of an option, without its dashes. */
export type FlagName = keyof typeof FLAGS;

/** What options were given, by name. */
export type Options = {
  readonly [Name in FlagName]?: ((typeof FLAGS)[Name]['type'] extends 'boolean' ? boolean : string) | undefined;
};

/** The name of an option that is given with a text. */
export type TextFlag = { [Name in FlagName]: (typeof FLAGS)[Name]['type'] extends 'string' ? Name : never }[FlagName];
