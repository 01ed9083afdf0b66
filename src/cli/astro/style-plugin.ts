import { join } from 'node:path';
import type { Plugin } from 'vite';
import { TOOL } from '../tool.ts';
import { scopedStyles } from './scoped-styles.ts';

/** Keeps our styles to our part of the pages; it comes after Vite has put imports into a file, and before it makes a module of it. */
export function stylePlugin(inContainer: boolean): Plugin {
  const styles = join(TOOL, 'src/styles').replaceAll('\\', '/');
  return {
    name: 'errorbook:styles',
    transform(css, id) {
      const [file = ''] = id.split('?');
      return file.startsWith(`${styles}/`) && file.endsWith('.css') ? scopedStyles(css, inContainer) : undefined;
    },
  };
}
