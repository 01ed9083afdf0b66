import { defineConfig } from 'vite';
import { BUNDLED } from './src/cli/tool.ts';

/** What a user or another process starts or imports: each is a file of its own in `lib/`, at the depth that it has in `src/`. */
const ENTRIES = [
  'index.ts',
  'browser.ts',
  'config/index.ts',
  'cli/errorbook.mjs',
  'cli/library.ts',
  'cli/astro/index.ts',
  'cli/astro/starlight.ts',
  'cli/dev-log.ts',
  'cli/files-worker.ts',
  'cli/guide-reader.ts',
];

const nameOf = (entry) => entry.replace(/\.\w+$/, '');

// The program of the package in few files: Node takes longer to find and load a module than to compile it.
export default defineConfig({
  ssr: { noExternal: BUNDLED },
  build: {
    ssr: true,
    license: { fileName: 'licenses.md' },
    target: 'node22',
    outDir: 'lib',
    emptyOutDir: false,
    copyPublicDir: false,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(ENTRIES.map((entry) => [nameOf(entry), `src/${entry}`])),
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: ({ name }) => (name === 'cli/errorbook' ? '[name].mjs' : '[name].js'),
        // beside the modules that find others by their own address
        chunkFileNames: 'cli/[name]-[hash].js',
      },
    },
  },
});
