/// <reference types="astro/client" />

declare module 'virtual:errorbook/registry' {
  import type { Registry } from './registry/index.ts';
  /** The checked registry, without internal codes. */
  const registry: Registry;
  export default registry;
}

declare module 'virtual:errorbook/guides' {
  /** Loads a guide's content by `api/guide`. */
  const guides: Record<string, () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>>;
  export default guides;
}
