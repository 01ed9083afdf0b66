import { z } from 'zod';
import { webAddressTemplate } from '../model/schema/text.ts';

/** Groups of files for programs that a site may publish, and the languages in which it shows how to handle a code. */
export const ARTIFACT_GROUPS = [
  'json',
  'markdown',
  'llms',
  'typescript',
  'zod',
  'handler',
  'python',
  'go',
  'json-schema',
  'openapi',
  'problem-types',
] as const;
export const LANGUAGES = ['typescript', 'python', 'go', 'curl'] as const;

/** Text on one line that says something. */
const line = () => z.string().regex(/^\S(?:[^\n\r]*\S)?$/, { error: 'text on one line, without spaces at its ends' });

/** A file or folder, relative to the configuration. */
const path = () =>
  z.string().regex(/^(?!\w+:\/\/)(?=\S)[^\n\r]*\S$/, { error: 'a path, relative to the configuration' });

const color = () => z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'a color such as #0b5a6f' });

const href = () =>
  z.string().regex(/^(?:https?:\/\/\S+|mailto:[^\s@]+@[^\s@]+|\/(?!\/)\S*)$/, {
    error: 'an address that starts with https://, http://, mailto: or a single /',
  });

const origin = () =>
  z
    .string()
    .regex(/^https?:\/\/[^\s/?#@]+\/?$/, { error: 'an address without a path, such as https://docs.example.com' });

const basePath = () =>
  z.string().regex(/^(?!\w+:\/\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^?#%\\\s]+$/, { error: 'a path such as /docs/' });

const editTemplate = () =>
  z.string().regex(/^https?:\/\/[^\s{}/?#]+[/?#](?:[^\s{}]*)\{path\}[^\s{}]*$/, {
    error: 'a web address that has {path} once after the host, and no other braces',
  });

const scriptAddress = () =>
  z.string().regex(/^https:\/\/[a-z0-9.-]+(?::\d+)?\/[^\s"'<>;,]*$/i, {
    error: 'the address of a script that starts with https://',
  });

const dataNames = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, {
  error: 'a name of lower-case letters, digits and single hyphens, without data-',
});

const logoSchema = z.strictObject({
  light: path().meta({ description: 'The image for light pages: SVG, PNG, WebP, AVIF, JPEG or GIF' }),
  dark: path().optional().meta({ description: 'The image for dark pages; the one for light pages if left out' }),
  hasName: z
    .boolean()
    .default(false)
    .meta({ description: 'true if the image shows the name, so the text is left out' }),
});

const accentSchema = z.strictObject({
  light: color().meta({ description: 'The color on light pages; needs a contrast of 4.5:1' }),
  dark: color().optional().meta({
    description: 'The color on dark pages; if left out, the nearest to the light one that has enough contrast',
  }),
});

const label = () => line().optional().meta({ description: 'What pages and files call this policy' });

const analyticsSchema = z.strictObject({
  script: scriptAddress().meta({ description: 'The address of the script; only https' }),
  data: z.record(dataNames, line()).optional().meta({ description: 'Data attributes of the script, without data-' }),
});

/** Everything that can be configured. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'The JSON Schema, for editors' }),
  contracts: path().optional().meta({ description: "The registry's folder; contracts by default" }),
  out: path().optional().meta({ description: 'The folder that build and start write; dist by default' }),
  site: origin().optional().meta({ description: 'The address that the site will have, without a path' }),
  base: basePath().optional().meta({ description: 'The path under which the site is served' }),
  name: line()
    .optional()
    .meta({ description: 'The name of the site, on every page and wherever the site names itself' }),
  logo: logoSchema.optional().meta({ description: 'The images in the head of every page' }),
  icon: path().optional().meta({ description: "The icon in the browser's tab: SVG, PNG or ICO" }),
  accent: accentSchema.optional().meta({ description: 'The color of links and of what is chosen' }),
  socialImage: path()
    .optional()
    .meta({ description: 'What chats show beside a link: PNG or JPEG, such as 1200 × 630' }),
  links: z
    .array(
      z.strictObject({
        label: line().max(20, { error: 'text of at most 20 characters' }).meta({ description: 'The text of the link' }),
        href: href().meta({ description: 'Where it leads: a web address, mailto:, or a path on the same host' }),
      }),
    )
    .max(4, { error: 'a list with at most 4 links' })
    .optional()
    .meta({ description: 'Links in the head, such as support, the status page and the main docs' }),
  footer: line().optional().meta({ description: 'A line in the foot of every page; Markdown' }),
  license: line().optional().meta({ description: 'The license of the texts, in the foot of every page; Markdown' }),
  css: path().optional().meta({ description: 'Styles of your own, which apply after all others' }),
  editLink: editTemplate().optional().meta({
    description:
      'Where the files of the registry are edited: an address in which {path} is replaced by the path of the file that a page is made of',
  }),
  feedback: webAddressTemplate().optional().meta({
    description: 'Where readers report whether a page helped, for APIs that have no feedback of their own',
  }),
  analytics: analyticsSchema.optional().meta({ description: 'A script that counts visits' }),
  artifacts: z
    .array(z.enum(ARTIFACT_GROUPS))
    .min(1)
    .optional()
    .meta({ description: 'The files for programs that are published; all if left out' }),
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .optional()
    .meta({ description: 'The languages in which pages show how to handle a code; all if left out' }),
  retryLabels: z
    .strictObject({ never: label(), refetch: label(), 'retry-after': label(), backoff: label() })
    .optional()
    .meta({ description: 'What retry policies are called' }),
});

/** A configuration as a person writes it. */
export type ConfigInput = z.input<typeof configSchema>;

/** A configuration with its defaults. */
export type Config = z.output<typeof configSchema>;
