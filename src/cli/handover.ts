import { type Registry, withRetryLabels } from '../index.ts';
import type { Preview } from '../shared/preview.ts';
import type { SiteSettings } from '../shared/settings.ts';
import type { GuideLoader } from '../site/guide-content.ts';
import type { FilesSource, SitePlace } from './files-of-site.ts';
import { type CompiledGuides, guideLoaders } from './guides.ts';

/*
 * Pages are rendered in the process that checked the registry, by a program that is the same for every site, and that gets here what
 * the site is made from. As text of the program, ten thousand codes alone would cost seconds and 160 MB.
 */

/** What pages are made from. */
export interface HandedOver {
  /** The checked registry, with the team's labels for retries. */
  registry: Registry;
  /** Loads the guides, by `api/guide`. */
  guides: Readonly<Record<string, GuideLoader>>;
  settings: SiteSettings;
  /** What changed; undefined for a site that is no preview. */
  preview: Preview | undefined;
  place: SitePlace;
}

/** The program has no module of ours to ask, because it is compiled before it is known where it will run. */
const HANDED_OVER = Symbol.for('errorbook');
const shared = globalThis as { [HANDED_OVER]?: HandedOver };

/** What a program needs to render pages. */
export interface PagesSource extends FilesSource {
  /** What changed; undefined for a site that is no preview. */
  preview: Preview | undefined;
  /** The guides that are compiled already, to which others are added. */
  compiledGuides: CompiledGuides;
}

/** Gives the program that is loaded next what its pages are made from. */
export function handOver({ registry, settings, place, preview, compiledGuides }: PagesSource): void {
  shared[HANDED_OVER] = {
    registry: withRetryLabels(registry, settings.retryLabels),
    guides: guideLoaders(registry, compiledGuides),
    settings,
    preview,
    place,
  };
}

/** A module of that program whose value is a part of what was handed over. */
export function handedOver(part: keyof HandedOver): string {
  return `export default globalThis[Symbol.for('errorbook')].${part};`;
}
