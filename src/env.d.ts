/// <reference types="astro/client" />

declare module 'virtual:errorbook/registry' {
  /** The checked registry, without internal codes. */
  const registry: import('./index.ts').Registry;
  export default registry;
}

declare module 'virtual:errorbook/runtimes' {
  /** The fixed part of the generated programs. */
  const runtimes: import('./index.ts').Runtimes;
  export default runtimes;
}

declare module 'virtual:errorbook/guides' {
  /** Loads a guide by `api/guide`. */
  const guides: Readonly<Record<string, import('./site/guide-content.ts').GuideLoader>>;
  export default guides;
}

declare module 'virtual:errorbook/settings' {
  /** What the team has configured about its site. */
  const settings: import('./shared/settings.ts').SiteSettings;
  export default settings;
}

declare module 'virtual:errorbook/place' {
  /** Where the site will be; undefined where the program of its pages says it itself. */
  const place: { base: string; address: string | undefined } | undefined;
  export default place;
}

declare module 'virtual:errorbook/host' {
  /** The site of somebody else that this one is a part of; undefined for a site of its own. */
  const host: import('./site/host.ts').Host | undefined;
  export default host;
}

declare module 'virtual:errorbook/page-title' {
  /** The title of pages that are not ours. */
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

declare module 'virtual:errorbook/preview' {
  /** What changed; undefined for a site that is no preview. */
  const preview: import('./shared/preview.ts').Preview | undefined;
  export default preview;
}

declare namespace App {
  interface Locals {
    /** What a code's page and the layout around it show, where the build has found it out already. */
    values?: import('./site/code-values.ts').CodeValues;
    /** The API of a guide, for the components in the guide's text. */
    api: import('./site/site.ts').SiteApi;
    /** On our pages in the layout of Starlight, what its sidebar and title need. */
    errorbook?: { rail: import('./site/page.ts').Rail | undefined };
  }
}

/** For `tsc`, which does not read Astro's files; `astro check` knows each component's own types. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
