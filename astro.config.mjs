import { defineConfig } from 'astro/config';
import { siteConfig } from './src/cli/config.ts';

// `npm run build -- --contracts …` passes its options to the same function; here stand the defaults.
export default defineConfig(siteConfig());
