import { join } from 'node:path';
import type { Plugin } from 'vite';
import { TOOL } from '../tool.ts';
import errorbook, { type ErrorbookOptions } from './index.ts';

/** Options of {@link errorbookStarlight}: the layout is that of Starlight, and the navigation its sidebar. */
export type StarlightOptions = Omit<ErrorbookOptions, 'layout' | 'navigation'>;

/** Marks in the `sidebar` of Starlight where the entries of the registry come; without it, they come last. */
export const errorbookSidebar: { label: string; items: never[] } = { label: 'errorbook:sidebar', items: [] };

/** What this plugin uses of Starlight's hook, whose own types need Starlight to be installed. */
interface Setup {
  config: { components?: Record<string, string> | undefined };
  updateConfig(update: { components: Record<string, string> }): void;
  addIntegration(integration: ReturnType<typeof errorbook>): void;
  addRouteMiddleware(middleware: { entrypoint: string }): void;
}

/** A plugin of Starlight that mounts all pages of a registry, in its layout, its sidebar and its colors. */
export default function errorbookStarlight(options: StarlightOptions = {}): {
  name: string;
  hooks: { 'config:setup'(setup: Setup): void };
} {
  return {
    name: 'errorbook',
    hooks: {
      'config:setup'({ config, updateConfig, addIntegration, addRouteMiddleware }) {
        const file = (name: string) => join(TOOL, 'src/embed', name);
        const { PageTitle = '@astrojs/starlight/components/PageTitle.astro', ...components } = config.components ?? {};
        updateConfig({ components: { ...components, PageTitle: file('PageTitle.astro') } });
        addIntegration(errorbook({ ...options, layout: file('Starlight.astro'), navigation: false }));
        addIntegration({
          name: 'errorbook/starlight',
          hooks: {
            'astro:config:setup': ({ updateConfig: update }) => {
              update({ vite: { plugins: [titlePlugin(PageTitle)] } });
            },
          },
        });
        addRouteMiddleware({ entrypoint: file('sidebar.ts') });
      },
    },
  };
}

const TITLE = 'virtual:errorbook/page-title';

/** Gives our title component the one in whose place it is: that of the project, or Starlight's. */
function titlePlugin(component: string): Plugin {
  return {
    name: 'errorbook:page-title',
    resolveId: (id) => (id === TITLE ? `\0${TITLE}` : undefined),
    load: (id) => (id === `\0${TITLE}` ? `export { default } from ${JSON.stringify(component)};` : undefined),
  };
}
