import { registerHooks } from 'node:module';
import { applied, type LoadedMutant, MUTANT_VARIABLE } from './mutant.ts';

/*
 * Loaded with `--import` into every process that runs tests: it changes one file while it is loaded, so that nothing is
 * changed on the disk.
 */
const { [MUTANT_VARIABLE]: json } = process.env;
const mutant: LoadedMutant | undefined = json === undefined ? undefined : JSON.parse(json);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (url.replace(/[?#].*$/, '') !== mutant?.url || loaded.source == null) return loaded;
    const { source } = loaded;
    const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
    return { ...loaded, source: applied(text, mutant) };
  },
});
