import type { Registry } from '../index.ts';

/*
 * Pages are rendered in the process that checked the registry, and get it here as it is: as the text of a program, ten
 * thousand codes would cost seconds and 160 MB. The bundler leaves this file alone, so both sides load the same module.
 */

/** The address under which the pages' program loads this module. */
export const HANDOVER = import.meta.url;

let registry: Registry | undefined;

/** Gives the registry to the pages that are rendered from now on. */
export function handOver(checked: Registry): void {
  registry = checked;
}

/** The registry that was given last. Throws where none was. */
export function handedOver(): Registry {
  if (!registry) throw new Error('The pages were loaded before the registry was checked.');
  return registry;
}
