import { join, resolve } from 'node:path';
import type { Api } from '../index.ts';
import type { Preview } from '../shared/preview.ts';
import { previewPageOf } from '../site/preview-parts.ts';
import type { Site } from '../site/site.ts';
import type { Command } from './command.ts';
import { type Comparison, compareWith, type SeenChange } from './comparison.ts';
import { siteOf } from './files-of-site.ts';
import { changesAsMarkdown, MOST } from './format/changes/markdown.ts';
import { countsOf, stepSentence } from './format/changes/words.ts';
import { formatText } from './format/text.ts';
import { setOutput } from './github/output.ts';
import { hostingOption } from './hosting.ts';
import { cacheFolder } from './incremental/cache.ts';
import { EXIT } from './io.ts';
import { basePath, contractsFolder, folderOption, SITE_OPTIONS, shownPath, siteAddress } from './options.ts';
import { prepareOutput } from './output/prepare.ts';
import { buildSite } from './site-build.ts';
import { siteSettings } from './site-settings.ts';

/** The report's name in the output. */
const REPORT = 'report.md';

export const preview: Command = {
  options: ['against', 'contracts', 'config', ...SITE_OPTIONS],
  async run(options, io, _argument, configuration) {
    const started = performance.now();
    const folder = contractsFolder(options, io);
    const out = resolve(io.cwd, folderOption(options, 'out') ?? 'preview');
    const [site, base, hosting] = [siteAddress(options), basePath(options), hostingOption(options)];
    const settings = await siteSettings(configuration, folder.path, io);
    prepareOutput(out, folder.path);

    const { comparison, before, after } = await compareWith(options, io);
    if (!after.registry) {
      io.out(formatText(comparison.errors, io.terminal.out));
      io.err('Nothing was built; fix the errors above first.');
      return EXIT.registryHasErrors;
    }
    const known = { ...previewOf(comparison), before: before.snapshots().map(({ api }) => changedOf(api, comparison)) };
    const { registry } = after;
    // as its pages are made, so that both agree on which page a code is
    const previewed = siteOf({ registry, settings, place: { base, address: site } }, { preview: known, previewPageOf });
    const files = { [REPORT]: `${reportOf(comparison, previewed)}\n` };
    await buildSite(
      { folder, registry, out, site, base, hosting, settings, cache: cacheFolder(), preview: known, files },
      io,
      started,
    );
    if (site !== undefined) await setOutput('address', `${site}${base}`);
    const report = shownPath(join(out, REPORT), io);
    io.out(`${known.counts} ${known.step} The report for a comment is ${report}.`);
    return EXIT.done;
  },
};

function previewOf(comparison: Comparison): Omit<Preview, 'before'> {
  const { against, notes, changes } = comparison;
  return {
    against,
    notes,
    counts: countsOf(comparison),
    step: stepSentence(comparison),
    changes: changes.map(({ place: _, approval, ...change }) => ({
      ...change,
      approval: approval && { reason: approval.reason, until: approval.until },
    })),
  };
}

/** An API with those of its codes that changed: the others are shown as they are now. */
function changedOf(api: Api, { changes }: Comparison): Api {
  const changed = new Set(changes.map(({ code }) => code));
  return { ...api, codes: api.codes.filter(({ code }) => changed.has(code)) };
}

function reportOf(comparison: Comparison, { apis, urls, previewHref }: Site): string {
  const codes = new Map(apis.map(({ id, codes }) => [id, new Set(codes.map(({ code }) => code))]));
  const hrefOf = ({ api, code, codeAfter = code }: SeenChange) => {
    if (code === undefined || codeAfter === undefined) return undefined;
    const path = codes.get(api)?.has(codeAfter) ? urls.code(api, codeAfter) : previewHref(urls.changed(api, code));
    return urls.absolute(path);
  };
  return changesAsMarkdown(comparison, { most: MOST, hrefOf, preview: urls.absolute(urls.preview) });
}
