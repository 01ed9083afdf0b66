/** Pages are plain Markdown: nothing in them is a template. */
export default function configure(config) {
  config.addPassthroughCopy('site.css');
  config.addGlobalData('layout', 'page.njk');
  config.setQuietMode(true);
  return { dir: { input: '.' }, markdownTemplateEngine: false, htmlTemplateEngine: false };
}
